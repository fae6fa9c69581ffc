/**
 * Results as server-sent events, in the form of GraphQL over SSE with one connection for each operation. The next
 * result is asked for when the reader has taken the last one: who reads slowly costs no memory.
 */
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { eventStreamType } from './read-events.js';

export interface SendEventsOptions {
  readonly headers?: Readonly<Record<string, string>>;
  /** Between signs of life, in milliseconds; 15 000 if absent. They come by the clock alone, whatever else is said. */
  readonly beatMs?: number;
}

/** How long a reader may take nothing before it is given up. */
const patienceMs = 30_000;
const beat = ':\n\n';

/** Resolves when the results are over or the reader is gone; then nothing more is asked of `results`. */
export async function sendEvents(
  response: ServerResponse,
  results: AsyncIterator<unknown>,
  { headers = {}, beatMs = 15_000 }: SendEventsOptions = {},
): Promise<void> {
  const left = () => void results.return?.();
  response.once('close', left);
  if (response.destroyed) left();
  response.writeHead(200, {
    'content-type': `${eventStreamType}; charset=utf-8`,
    'cache-control': 'no-store',
    // A proxy that collects an answer before it hands it on would make news old.
    'x-accel-buffering': 'no',
    'x-content-type-options': 'nosniff',
    ...headers,
  });
  response.write(beat);
  const beating = setInterval(() => {
    if (!response.writableNeedDrain) response.write(beat);
  }, beatMs);
  try {
    for (;;) {
      const { done, value } = await results.next();
      if (done || response.destroyed) break;
      if (!response.write(`event: next\ndata: ${JSON.stringify(value)}\n\n`)) await taken(response);
    }
    response.end('event: complete\ndata:\n\n');
  } catch (error) {
    response.destroy();
    throw error;
  } finally {
    clearInterval(beating);
    response.off('close', left);
    await results.return?.();
  }
}

async function taken(response: ServerResponse): Promise<void> {
  const waiting = new AbortController();
  const signal = AbortSignal.any([waiting.signal, AbortSignal.timeout(patienceMs)]);
  await Promise.race([once(response, 'drain', { signal }), once(response, 'close', { signal })]).catch(() =>
    response.destroy(),
  );
  waiting.abort();
}
