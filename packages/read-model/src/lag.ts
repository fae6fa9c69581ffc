/**
 * Since when a projection may be missing something. Positions cannot be subtracted, so lag is measured in time: once
 * a second the store is asked where it stands, and whoever has come there since was current when the question was asked.
 * What another process writes is heard of a little late, and where something happens all the time it is never seen at
 * the very end: it is held against earlier questions too.
 */
import { setTimeout as delay } from 'node:timers/promises';
import type { EventStore } from '@stezhka/event-store';
import type { Logger } from '@stezhka/telemetry';
import type { Progress } from './progress.js';

export interface LagWatch {
  /** Milliseconds since last known to be current; Infinity if never. */
  of(name: string): number;
  stop(): Promise<void>;
}

interface Beat {
  readonly asked: number;
  readonly head: bigint | undefined;
}

const beatMs = 1_000;
/** Who came to none of these is further behind than anybody is trusted. */
const mostBeats = 64;
/** Until everything was current for the first time, nobody is let in: that must not take a whole beat. */
const firstBeatsMs = 25;

export function watchLag(options: {
  readonly store: EventStore;
  readonly names: readonly string[];
  readonly progress: Progress;
  /** Brings the progress of projections that other processes write. */
  learn(): Promise<void>;
  readonly logger: Logger;
}): LagWatch {
  const { store, names, progress, logger } = options;
  const ending = new AbortController();
  const ended = new Promise<undefined>((resolve) => {
    ending.signal.addEventListener('abort', () => resolve(undefined), { once: true });
  });
  const currentAt = new Map<string, number>();
  const beats: Beat[] = [];

  const beat = async (): Promise<void> => {
    const asked = performance.now();
    // A store that does not answer must not keep the process from ending.
    const head = await Promise.race([store.head(), ended]);
    if (ending.signal.aborted) return;
    await options.learn();
    beats.push({ asked, head });
    if (beats.length > mostBeats) beats.shift();
    for (const name of names) {
      const at = progress.positionOf(name);
      const reached = beats.findLast((earlier) => earlier.head === undefined || (at ?? -1n) >= earlier.head);
      if (reached && !progress.isHalted(name))
        currentAt.set(name, Math.max(reached.asked, currentAt.get(name) ?? 0));
    }
  };
  const beating = (async () => {
    while (!ending.signal.aborted) {
      const answered = await beat().then(
        () => true,
        (error) => logger.warn('projection.lag_unknown', { error }),
      );
      const known = names.every((name) => currentAt.has(name));
      // A store that cannot be reached is asked, and complained about, once in a beat.
      await delay(known || !answered ? beatMs : firstBeatsMs, undefined, {
        signal: ending.signal,
        ref: false,
      }).catch(() => undefined);
    }
  })();

  return {
    of(name) {
      const at = currentAt.get(name);
      return at === undefined ? Number.POSITIVE_INFINITY : performance.now() - at;
    },
    async stop() {
      ending.abort();
      await beating;
    },
  };
}
