import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createHealth } from './health.js';
import { type ServedHttp, type ServeHttpOptions, serveHttp } from './serve-http.js';

const opened: ServedHttp[] = [];
afterEach(() => Promise.all(opened.splice(0).map((one) => one.stop())));

async function served(options: Partial<ServeHttpOptions> = {}) {
  const health = options.health ?? createHealth();
  const answer: ServeHttpOptions['answer'] = (_request, response) => void response.end('here');
  const one = await serveHttp({ host: '127.0.0.1', port: 0, health, answer, ...options });
  opened.push(one);
  return { ...one, health, at: (path: string) => fetch(`http://127.0.0.1:${one.port}${path}`) };
}

describe("a process's port", () => {
  it('tells of life and readiness beside what it answers', async () => {
    const { at, health } = await served();
    expect([(await at('/health/live')).status, (await at('/health/ready')).status]).toEqual([200, 200]);
    health.contribute('rows', () => ({ ready: false, lagMs: 40_000, reason: 'behind' }));
    const ready = await at('/health/ready');
    expect(ready.status).toBe(503);
    expect(await ready.json()).toEqual({
      ready: false,
      parts: { rows: { ready: false, lagMs: 40_000, reason: 'behind' } },
    });
    expect(await (await at('/anything')).text()).toBe('here');
  });

  it('told to stop says so first, and still takes requests until those who balance have seen it', async () => {
    const { at, stop, isDraining } = await served({ drainMs: 2_000 });
    const stopped = stop();
    expect(isDraining()).toBe(true);
    const [ready, answered] = await Promise.all([at('/health/ready'), at('/anything')]);
    expect(await ready.json()).toMatchObject({ parts: { process: { reason: 'draining' } } });
    expect([answered.status, answered.headers.get('connection')]).toEqual([200, 'close']);
    await stopped;
    await expect(at('/anything')).rejects.toThrow();
  });

  it('answers what it has before it stops', async () => {
    let release: () => void = () => undefined;
    let taken: () => void = () => undefined;
    const inHand = new Promise<void>((resolve) => {
      taken = resolve;
    });
    const { at, stop, port } = await served({
      answer(_request, response) {
        release = () => void response.end('done');
        taken();
      },
    });
    const answer = at('/slow');
    await inHand;
    // Opened in advance, as browsers do, and never used: it holds nothing.
    const silent = connect(port, '127.0.0.1');
    await once(silent, 'connect');
    await at('/health/live');
    const stopped = stop();
    await once(silent, 'close');
    release();
    expect(await (await answer).text()).toBe('done');
    await stopped;
  });
});
