/** A generator in between would make `return()` wait for the next item; this does not. */
import type { Stream } from './streams.js';

/** `broken`: what to do with the error at which the stream breaks off, and then it is over; absent, it is thrown. */
export function mapStream<From, To>(
  from: Stream<From>,
  map: (item: From) => To,
  broken?: (error: unknown) => void,
): Stream<To> {
  const over = { done: true, value: undefined } as const;
  const stream: Stream<To> = {
    [Symbol.asyncIterator]: () => stream,
    async next() {
      try {
        const item = await from.next();
        return item.done ? over : { value: map(item.value) };
      } catch (error) {
        if (!broken) throw error;
        broken(error);
        return over;
      }
    },
    return: () => from.return(),
  };
  return stream;
}
