/**
 * Waits for rows to change, once for everybody who listens here. The rows are asked and nobody's events: it makes no
 * difference which process writes them, and what woke somebody is there to be read. See decisions/0003.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { ChangeQueries } from './query.changes.js';

const LOOK_EVERY_MS = 150;

export interface Watcher {
  /** The position of the newest change when it began. */
  readonly from: bigint;
  /**
   * Resolves to true as soon as rows of the actor changed since it was last asked, to false after `withinMs` or when
   * the signal aborts. Rejects when the rows cannot be read any more.
   */
  woken(withinMs: number, signal: AbortSignal): Promise<boolean>;
  leave(): void;
}

export interface Watch {
  join(actorId: string): Promise<Watcher>;
}

interface Waiting {
  readonly actorId: string;
  changed: boolean;
  failed?: { readonly error: unknown };
  wake(): void;
}

export function createWatch(queries: Pick<ChangeQueries, 'actorsSince' | 'newest'>): Watch {
  const all = new Set<Waiting>();
  /** While somebody looks: from which position on. */
  let begun: Promise<bigint> | undefined;

  async function look(from: Promise<bigint>): Promise<void> {
    try {
      let position = await from;
      while (all.size > 0) {
        for (const { actorId, changed } of await queries.actorsSince(position)) {
          if (changed > position) position = changed;
          for (const waiting of all) if (waiting.actorId === actorId) rouse(waiting);
        }
        await pause(LOOK_EVERY_MS, undefined, { ref: false });
      }
    } catch (error) {
      for (const waiting of all) {
        waiting.failed = { error };
        waiting.wake();
      }
      all.clear();
    } finally {
      begun = undefined;
    }
  }

  return {
    async join(actorId) {
      const waiting: Waiting = { actorId, changed: false, wake: () => undefined };
      all.add(waiting);
      if (begun === undefined) {
        begun = queries.newest();
        void look(begun);
      }
      try {
        await begun;
        return watcher(waiting, await queries.newest());
      } catch (error) {
        all.delete(waiting);
        throw error;
      }
    },
  };

  function watcher(waiting: Waiting, from: bigint): Watcher {
    return {
      from,
      async woken(withinMs, signal) {
        if (!waiting.changed && !waiting.failed) await wakened(waiting, withinMs, signal);
        if (waiting.failed) throw waiting.failed.error;
        const { changed } = waiting;
        waiting.changed = false;
        return changed;
      },
      leave: () => void all.delete(waiting),
    };
  }
}

function rouse(waiting: Waiting): void {
  waiting.changed = true;
  waiting.wake();
}

function wakened(waiting: Waiting, withinMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const wake = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', wake);
      resolve();
    };
    const timer = setTimeout(wake, withinMs);
    waiting.wake = wake;
    signal.addEventListener('abort', wake, { once: true });
    if (signal.aborted) wake();
  });
}
