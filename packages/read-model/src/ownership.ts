/**
 * Which of several processes runs a projection. The lock only spares work: correctness is the checkpoint's fence. It
 * belongs to one connection, so it is let go when the process ends, however it ends, and the next one takes over.
 */
import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from '@stezhka/telemetry';
import pg from 'pg';

export interface Ownership {
  /**
   * Waits until this process owns the name. The signal that it returns aborts when the ownership is lost; it rejects
   * when `signal` aborts first.
   */
  own(name: string, signal: AbortSignal): Promise<AbortSignal>;
  /** Lets go of everything. */
  close(): Promise<void>;
}

const askAgainMs = 200;

interface Held {
  readonly lost: AbortSignal;
  /** Tries once; true if the name is ours now or was before. */
  take(name: string): Promise<boolean>;
  end(): Promise<void>;
}

export function lockOwnership(url: string, logger: Logger): Ownership {
  let current: Promise<Held> | undefined;

  const connect = (): Promise<Held> => {
    const forget = (): void => {
      // By then another connection may already be there, which must not be forgotten.
      if (current === opening) current = undefined;
    };
    const opening = openConnection(url, logger, forget);
    opening.catch(forget);
    return opening;
  };

  return {
    async own(name, signal) {
      for (;;) {
        signal.throwIfAborted();
        current ??= connect();
        const held = await current;
        if (await held.take(name)) return held.lost;
        await delay(askAgainMs, undefined, { signal });
      }
    },
    async close() {
      const held = await current?.catch(() => undefined);
      await held?.end();
    },
  };
}

async function openConnection(url: string, logger: Logger, onLost: () => void): Promise<Held> {
  const client = new pg.Client({ connectionString: url, keepAlive: true });
  const lost = new AbortController();
  const names = new Set<string>();
  // The driver wants one query at a time, the projections all ask at once.
  let turn: Promise<unknown> = Promise.resolve();
  client.on('error', (error) => {
    logger.warn('projection.ownership_lost', { error });
    void client.end().catch(() => undefined);
  });
  client.once('end', () => {
    onLost();
    lost.abort();
  });
  await client.connect();

  const lock = async (name: string): Promise<boolean> => {
    if (names.has(name)) return true;
    const { rows } = await client.query('select pg_try_advisory_lock(hashtextextended($1, 0)) as mine', [
      `stezhka.projection.${name}`,
    ]);
    if (rows[0]?.mine === true) names.add(name);
    return names.has(name);
  };
  return {
    lost: lost.signal,
    take(name) {
      const taken = turn.then(() => lock(name));
      turn = taken.catch(() => undefined);
      return taken;
    },
    end: () => client.end(),
  };
}
