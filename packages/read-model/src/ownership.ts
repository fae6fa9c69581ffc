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
  readonly client: pg.Client;
  readonly lost: AbortController;
  readonly names: Set<string>;
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
        if (held.names.has(name)) return held.lost.signal;
        const { rows } = await held.client.query(
          'select pg_try_advisory_lock(hashtextextended($1, 0)) as mine',
          [`stezhka.projection.${name}`],
        );
        if (rows[0]?.mine === true) {
          held.names.add(name);
          return held.lost.signal;
        }
        await delay(askAgainMs, undefined, { signal });
      }
    },
    async close() {
      const held = await current?.catch(() => undefined);
      await held?.client.end();
    },
  };
}

async function openConnection(url: string, logger: Logger, onLost: () => void): Promise<Held> {
  const client = new pg.Client({ connectionString: url, keepAlive: true });
  const held: Held = { client, lost: new AbortController(), names: new Set() };
  client.on('error', (error) => {
    logger.warn('projection.ownership_lost', { error });
    void client.end().catch(() => undefined);
  });
  client.once('end', () => {
    onLost();
    held.lost.abort();
  });
  await client.connect();
  return held;
}
