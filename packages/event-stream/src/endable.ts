/**
 * A generator that waits cannot be ended: `return()` stands in line behind the wait. This one is told by a signal, so
 * that whoever ends a stream does not have to wait for the next thing to happen.
 */
import type { Stream } from './streams.js';

/**
 * `run` must stop waiting when the signal aborts. Ended, it gives nothing more, whatever it still had. `over` is called
 * once, however it ended, and if it was never begun as well.
 */
export function endable<Item>(
  run: (ended: AbortSignal) => AsyncGenerator<Item, void>,
  over: () => void,
): Stream<Item> {
  const ending = new AbortController();
  ending.signal.addEventListener('abort', over, { once: true });
  const items = run(ending.signal);
  const done = { done: true, value: undefined } as const;
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    async next() {
      if (ending.signal.aborted) return done;
      try {
        const item = await items.next();
        if (!item.done && !ending.signal.aborted) return item;
      } catch (error) {
        ending.abort();
        throw error;
      }
      ending.abort();
      return done;
    },
    async return() {
      ending.abort();
      await items.return();
      return done;
    },
  };
}
