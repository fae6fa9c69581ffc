/** The streams that are open: a server that stops ends each of them in order, and begins none. */

/** Items as they come. `return()` ends them at once, whether or not somebody waits for the next. */
export interface Stream<Item> {
  [Symbol.asyncIterator](): Stream<Item>;
  next(): Promise<IteratorResult<Item, undefined>>;
  return(): Promise<IteratorReturnResult<undefined>>;
}

export interface Streams {
  /** Until it is over. After `end` it is over at once. */
  keep<Item>(stream: Stream<Item>): Stream<Item>;
  end(): Promise<void>;
}

export function createStreams(): Streams {
  const open = new Set<Stream<unknown>>();
  let ended = false;
  return {
    keep<Item>(stream: Stream<Item>) {
      const kept: Stream<Item> = {
        [Symbol.asyncIterator]: () => kept,
        async next() {
          const item = await stream.next();
          if (item.done) open.delete(kept);
          return item;
        },
        async return() {
          open.delete(kept);
          return stream.return();
        },
      };
      open.add(kept);
      if (ended) void kept.return();
      return kept;
    },
    async end() {
      ended = true;
      await Promise.all([...open].map((stream) => stream.return()));
    },
  };
}
