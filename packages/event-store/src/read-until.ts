/** What the client's subscriptions have in common: a readable stream that must be told to end. */
export interface Source<Item> {
  unsubscribe(): Promise<void>;
  iterator(options: { destroyOnReturn: boolean }): AsyncIterableIterator<Item>;
  resume(): unknown;
  on(event: 'error', listener: () => void): unknown;
}

/**
 * Read a subscription until the signal, the server or the reader ends it. Left half-way it is read to its end
 * unheard: a stream that is merely dropped stays open in the client for ever.
 */
export async function* readUntil<Item>(source: Source<Item>, signal: AbortSignal): AsyncGenerator<Item> {
  const drain = () => void source.resume();
  const end = () => void source.unsubscribe().catch(drain);
  signal.addEventListener('abort', end, { once: true });
  try {
    if (!signal.aborted) yield* source.iterator({ destroyOnReturn: false });
  } finally {
    signal.removeEventListener('abort', end);
    // What fails after the reader has left concerns nobody, and would end the process if nobody listened.
    source.on('error', () => undefined);
    source.unsubscribe().then(drain, drain);
  }
}
