import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createPositionTokens } from '@stezhka/event-store';
import { createHealth } from '@stezhka/telemetry';
import { type ServedSubgraph, serveSubgraph } from './serve-subgraph.js';
import { hearing } from './testing/heard.js';
import { directory } from './testing/toy-subgraphs.js';

const tokens = createPositionTokens('toy');

const CANARY = 'Canary';
const subgraph = directory();
const waits: [bigint, number][] = [];
const heard = hearing(subgraph, {
  waitFor: async (position, withinMs) => {
    waits.push([position, withinMs]);
    return position < 10n;
  },
});
const health = createHealth();
let served: ServedSubgraph;

beforeAll(async () => {
  const { logger, contextFactory } = heard;
  served = await serveSubgraph({ subgraph, contextFactory, logger, health, port: 0, host: '127.0.0.1' });
});
afterAll(() => served.stop());

interface Answered {
  data?: Record<string, unknown>;
  errors?: { message: string; extensions: { code: string; requestId?: string } }[];
  extensions?: { stale?: boolean };
}

async function send(body: unknown, headers: Record<string, string> = {}, more: RequestInit = {}) {
  const response = await fetch(served.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
    ...more,
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, answer: parsed(text) };
}

function parsed(text: string): Answered {
  return text.startsWith('{') ? (JSON.parse(text) as Answered) : {};
}

const known = { authorization: 'Bearer known' };
const find = { query: '{ actor(id: "one") { name } }' };

describe('a subgraph over HTTP', () => {
  it('answers, and lets nobody keep the answer', async () => {
    const { status, headers, answer } = await send(find, known);
    expect([status, answer.data]).toEqual([200, { actor: { name: 'Maple' } }]);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-powered-by')).toBeNull();
  });

  it('knows nobody without a token', async () => {
    const { status, answer } = await send(find);
    expect([status, answer.errors?.[0]?.extensions.code]).toEqual([200, 'UNAUTHENTICATED']);
  });

  it('answers a bad token as a refusal under the id that the caller gave', async () => {
    const id = '0f8fad5b-d9cb-469f-a165-70867728950e';
    const { status, answer } = await send(find, { authorization: `Bearer ${CANARY}`, 'x-request-id': id });
    expect([status, answer.errors?.[0]?.extensions]).toEqual([
      200,
      { code: 'UNAUTHENTICATED', possible: [], requestId: id },
    ]);
  });

  it('takes no request id that could say something', async () => {
    const { answer } = await send({ query: '{ fail }' }, { ...known, 'x-request-id': CANARY });
    expect(answer.errors?.[0]?.extensions.requestId).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('waits at most a second for what the reader wrote, and says when it has not come', async () => {
    const fresh = await send(find, { ...known, 'x-stezhka-after': tokens.seal(7n) });
    const stale = await send(find, { ...known, 'x-stezhka-after': tokens.seal(12n) });
    const none = await send(find, { ...known, 'x-stezhka-after': CANARY });
    expect([fresh, stale, none].map(({ answer }) => answer.extensions?.stale)).toEqual([
      undefined,
      true,
      undefined,
    ]);
    expect(waits).toEqual([
      [7n, 1_000],
      [12n, 1_000],
    ]);
  });

  const bad: [string, () => ReturnType<typeof send>, number, string][] = [
    ['a body that is no JSON', () => send(`{"query": ${CANARY}`, known), 400, 'BAD_REQUEST'],
    ['a body of another kind', () => send(CANARY, { 'content-type': 'text/plain' }), 400, 'BAD_REQUEST'],
    [
      'a body in an unknown charset',
      () => send(find, { 'content-type': 'application/json; charset=x' }),
      415,
      'BAD_REQUEST',
    ],
    ['a batch', () => send([find, find], known), 400, 'BAD_REQUEST'],
    ['a list for variables', () => send({ ...find, variables: [CANARY] }), 400, 'BAD_REQUEST'],
    [
      'a body over its size',
      () => send({ query: '{ fail }', padding: CANARY.repeat(20_000) }),
      413,
      'TOO_LARGE',
    ],
    ['a document without a bottom', () => send({ query: '{a'.repeat(2_000) }, known), 400, 'TOO_LARGE'],
    [
      'a bad variable',
      () =>
        send(
          { query: 'query ($id: ID!) { actor(id: $id) { id } }', variables: { id: { x: CANARY } } },
          known,
        ),
      400,
      'INVALID_INPUT',
    ],
    ['a query in the address', () => send('', known, { method: 'GET', body: null }), 405, 'BAD_REQUEST'],
    ['another method', () => send('{}', known, { method: 'PUT' }), 405, 'BAD_REQUEST'],
    [
      'a persisted query',
      () => send({ extensions: { persistedQuery: { version: 1, sha256Hash: 'x' } } }, known),
      200,
      'PERSISTED_QUERY_NOT_SUPPORTED',
    ],
  ];
  for (const [what, sending, status, code] of bad)
    it(`refuses ${what} by a code, never as a fault of its own`, async () => {
      const result = await sending();
      expect([result.status, result.answer.errors?.[0]?.extensions.code]).toEqual([status, code]);
      expect(result.text).not.toMatch(/Canary|stack|node_modules/);
    });

  it('tells whether it lives and whether it is ready', async () => {
    const at = (path: string) => fetch(new URL(path, served.url));
    expect((await at('/health/live')).status).toBe(200);
    expect((await at('/health/ready')).status).toBe(200);
    const remove = health.contribute('rows', () => ({ ready: false, reason: 'behind' }));
    expect((await at('/health/ready')).status).toBe(503);
    remove();
    expect((await at('/elsewhere')).status).toBe(404);
  });

  it('says none of it in the log', () => {
    expect(heard.said()).not.toContain(CANARY);
  });

  it('answers what it has before it stops', async () => {
    const { logger, contextFactory } = heard;
    let asked = (): void => {};
    let answer = (): void => {};
    const waiting = new Promise<void>((resolve) => {
      asked = resolve;
    });
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const own = await serveSubgraph({
      subgraph,
      logger,
      port: 0,
      host: '127.0.0.1',
      contextFactory: async (headers) => {
        asked();
        await held;
        return contextFactory(headers);
      },
    });
    const response = new Promise<number | undefined>((resolve, reject) => {
      const sent = httpRequest(own.url, { method: 'POST', headers: { 'content-type': 'application/json' } });
      sent.on('response', (message) => resolve(message.resume().statusCode)).on('error', reject);
      sent.end(JSON.stringify(find));
    });
    await waiting;
    const stopped = own.stop();
    answer();
    expect(await response).toBe(200);
    await stopped;
    await expect(fetch(own.url)).rejects.toThrow();
  });
});
