/** One projection's life in one process: wait for ownership, read the checkpoint, follow the store, begin again. */
import { setTimeout as delay } from 'node:timers/promises';
import type { EventStore } from '@stezhka/event-store';
import type { Logger } from '@stezhka/telemetry';
import { createApplier } from './apply-events.js';
import { FenceLost, loadCheckpoint } from './checkpoint.js';
import { bufferDeliveries } from './delivery-buffer.js';
import type { Ownership } from './ownership.js';
import type { Progress } from './progress.js';
import type { Projection } from './projection.js';
import type { ReadModel } from './read-model.js';

/** A passage without events of interest is stored at most this often. */
const storePassageEveryMs = 200;
const shortestPauseMs = 50;
const longestPauseMs = 2_000;

export interface Runner {
  readonly name: string;
  /** Whether this process is the one that writes the rows. */
  owns(): boolean;
  /** Read the checkpoint again and go on from there. */
  restart(): void;
  stop(): Promise<void>;
}

export interface RunnerOptions<DB> {
  readonly readModel: ReadModel<DB>;
  readonly store: EventStore;
  readonly projection: Projection<DB>;
  readonly ownership: Ownership;
  readonly progress: Progress;
  readonly logger: Logger;
}

export function runProjection<DB>(options: RunnerOptions<DB>): Runner {
  const { projection, ownership, logger } = options;
  const { name } = projection;
  const ending = new AbortController();
  let restarting = new AbortController();
  let lost: AbortSignal | undefined;

  const live = async (): Promise<void> => {
    let pauseMs = shortestPauseMs;
    while (!ending.signal.aborted) {
      try {
        lost = await ownership.own(name, ending.signal);
        restarting = new AbortController();
        await follow(options, AbortSignal.any([ending.signal, lost, restarting.signal]));
        pauseMs = shortestPauseMs;
      } catch (error) {
        if (ending.signal.aborted) break;
        logger.warn('projection.interrupted', { projection: name, error });
        // Whoever lost the fence has only to read again; whatever else failed needs time.
        if (error instanceof FenceLost) continue;
        await delay(pauseMs, undefined, { signal: ending.signal }).catch(() => undefined);
        pauseMs = Math.min(pauseMs * 2, longestPauseMs);
      }
    }
  };
  const living = live();

  return {
    name,
    owns: () => lost?.aborted === false && !ending.signal.aborted,
    restart: () => restarting.abort(),
    async stop() {
      ending.abort();
      await living;
    },
  };
}

async function follow<DB>(options: RunnerOptions<DB>, outer: AbortSignal): Promise<void> {
  const { readModel, store, projection, progress } = options;
  const { name, prefixes, types } = projection;
  const from = await readModel.asProjector(name, (tx) => loadCheckpoint(tx, name));
  progress.halted(name, false);
  progress.wrote(name);
  progress.moved(name, from.position);
  const applier = createApplier({ ...options, from });
  const leaving = new AbortController();
  const signal = AbortSignal.any([outer, leaving.signal]);
  const after = from.position === undefined ? {} : { after: from.position };
  const buffer = bufferDeliveries(store.subscribe({ prefixes, signal, ...after }), signal);
  let passed: bigint | undefined;
  let storedAt = 0;
  try {
    for (;;) {
      const untilDue = storedAt + storePassageEveryMs - performance.now();
      const taken = await buffer.take(passed === undefined ? undefined : Math.max(0, untilDue));
      if (signal.aborted || taken === 'ended') return;
      const { events: heard, position = passed } = taken === 'quiet' ? { events: [] } : taken;
      const events = types ? heard.filter(({ type }) => types.includes(type)) : heard;
      if (position === undefined) continue;
      if (events.length > 0 || performance.now() - storedAt >= storePassageEveryMs) {
        if ((await applier.apply(events, position)) === 'halted') return await halt(options, outer);
        passed = undefined;
        storedAt = performance.now();
      } else passed = position;
      // A rebuild may have begun meanwhile: what was true of the old rows is not true of the new ones.
      if (signal.aborted) return;
      progress.moved(name, position);
    }
  } finally {
    leaving.abort();
    await buffer.finished;
  }
}

/** Until somebody rebuilds or restarts it, or the process ends. */
async function halt<DB>({ progress, projection }: RunnerOptions<DB>, outer: AbortSignal): Promise<void> {
  progress.halted(projection.name, true);
  await new Promise<void>((resolve) => {
    if (outer.aborted) resolve();
    outer.addEventListener('abort', () => resolve(), { once: true });
  });
}
