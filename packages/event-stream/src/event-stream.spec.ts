import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import {
  createStreams,
  endable,
  mapStream,
  namesEvents,
  readEvents,
  type Stream,
  sendEvents,
} from './index.js';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** Numbers from 1 on, for as long as somebody asks; waits for ever after `most`. */
function counting(most = Number.POSITIVE_INFINITY) {
  const seen = { asked: 0, over: 0 };
  const stream = endable(
    async function* (ended) {
      for (let n = 1; ; n += 1) {
        seen.asked = n;
        if (n > most) await once(ended, 'abort');
        if (ended.aborted) return;
        yield { n };
      }
    },
    () => {
      seen.over += 1;
    },
  );
  return { stream, seen };
}

async function served(answer: (response: ServerResponse) => void): Promise<string> {
  const server = createServer((_request, response) => answer(response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('a stream over the network', () => {
  it('comes as it was sent, and says that it is over', async () => {
    const { stream } = counting(3);
    const url = await served((response) => void sendEvents(response, stream));
    const response = await fetch(url);
    expect(namesEvents(response.headers.get('content-type')!)).toBe(true);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const came: unknown[] = [];
    for await (const item of readEvents(response.body!)) {
      came.push(item);
      if (came.length === 3) await stream.return();
    }
    expect(came).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
  });

  it('is not taken for over when it breaks off', async () => {
    const url = await served((response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.end('event: next\ndata: {"n":1}\n\n');
    });
    const items = readEvents((await fetch(url)).body!);
    expect((await items.next()).value).toEqual({ n: 1 });
    await expect(items.next()).rejects.toThrow();
  });

  it('is not asked for more than its reader takes', async () => {
    const { stream, seen } = counting();
    const sent = served(
      (response) =>
        void sendEvents(
          response,
          mapStream(stream, ({ n }) => 'x'.repeat(99_000) + n),
        ),
    );
    const leaving = new AbortController();
    const response = await fetch(await sent, { signal: leaving.signal });
    const reader = response.body!.getReader();
    await reader.read();
    // Nothing is read for as long as the other side still finds room; then it stands still.
    for (let [before, turns] = [-1, 0]; turns < 200; turns = before === seen.asked ? turns + 1 : 0) {
      before = seen.asked;
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(seen.asked).toBeLessThan(1_000);
    leaving.abort();
  });

  it('ends when its reader goes away', async () => {
    const { stream, seen } = counting(1);
    let done: Promise<void> | undefined;
    const url = await served((response) => {
      done = sendEvents(response, stream);
    });
    const leaving = new AbortController();
    await fetch(url, { signal: leaving.signal });
    leaving.abort();
    await done;
    expect(seen.over).toBe(1);
  });
});

describe('a stream that is ended from outside', () => {
  it('gives up its wait, and is over once', async () => {
    const { stream, seen } = counting(0);
    const waiting = stream.next();
    await stream.return();
    expect(await waiting).toEqual({ done: true, value: undefined });
    expect(await stream.next()).toEqual({ done: true, value: undefined });
    await stream.return();
    expect(seen.over).toBe(1);
  });

  it('is over though nobody began it', async () => {
    const { stream, seen } = counting();
    await stream.return();
    expect(seen).toEqual({ asked: 0, over: 1 });
  });

  it('is over with all others that a server keeps, and none begins afterwards', async () => {
    const streams = createStreams();
    const [one, other, late] = [counting(0), counting(0), counting(0)];
    const waiting = [streams.keep<unknown>(one.stream), streams.keep<unknown>(other.stream)].map(
      (kept: Stream<unknown>) => kept.next(),
    );
    await streams.end();
    expect((await Promise.all(waiting)).every(({ done }) => done)).toBe(true);
    expect((await streams.keep(late.stream).next()).done).toBe(true);
  });
});
