/**
 * A request that is not one gets a code and what is possible, never a 5xx, and is never repeated: no answer and no log line contains what
 * stands in it where a person's name could stand.
 */
import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { everyWay, startNetwork } from '../toys/network.js';
import { canary, expectRefusal } from '../toys/refusal.js';

const json = { 'content-type': 'application/json' };

const requests: readonly [string, number, string, RequestInit, string?][] = [
  ['GET', 405, 'BAD_REQUEST', {}, `?query={mine{id}}&name=${canary}`],
  ['DELETE', 405, 'BAD_REQUEST', { method: 'DELETE', headers: json, body: canary }],
  ['text', 415, 'BAD_REQUEST', { method: 'POST', headers: { 'content-type': 'text/plain' }, body: canary }],
  ['a form', 415, 'BAD_REQUEST', { method: 'POST', body: new URLSearchParams({ query: canary }) }],
  [
    'GraphQL text',
    415,
    'BAD_REQUEST',
    { method: 'POST', headers: { 'content-type': 'application/graphql' }, body: `{${canary}}` },
  ],
  [
    'another charset',
    415,
    'BAD_REQUEST',
    { method: 'POST', headers: { 'content-type': 'application/json; charset=utf-16' }, body: '{}' },
  ],
  [
    'compressed',
    415,
    'BAD_REQUEST',
    { method: 'POST', headers: { ...json, 'content-encoding': 'gzip' }, body: '{}' },
  ],
  ['a file', 415, 'BAD_REQUEST', { method: 'POST', body: multipart() }],
  [
    '100 KB and a byte',
    413,
    'TOO_LARGE',
    { method: 'POST', headers: json, body: canary.padEnd(100 * 1024 + 1) },
  ],
  [
    'a megabyte',
    413,
    'TOO_LARGE',
    { method: 'POST', headers: json, body: `{"query":"${canary.repeat(60_000)}"}` },
  ],
  ['not JSON', 400, 'BAD_REQUEST', { method: 'POST', headers: json, body: `{"query": ${canary}` }],
  ['not UTF-8', 400, 'BAD_REQUEST', { method: 'POST', headers: json, body: Buffer.from([0x22, 0xff, 0x22]) }],
  ['nothing', 400, 'BAD_REQUEST', { method: 'POST', headers: json }],
  ['a word', 400, 'BAD_REQUEST', { method: 'POST', headers: json, body: `"${canary}"` }],
  ['null', 400, 'BAD_REQUEST', { method: 'POST', headers: json, body: 'null' }],
  ['a batch', 400, 'BAD_REQUEST', { method: 'POST', headers: json, body: `[{"query":"{${canary}}"}]` }],
];

function multipart(): FormData {
  const form = new FormData();
  form.set('operations', canary);
  return form;
}

describe.each(everyWay)('a bad request planned by %s over %s', (planner, transport) => {
  const starting = startNetwork(planner, transport);
  afterEach(async () => expect((await starting).logged.join()).not.toContain(canary));
  afterAll(async () => (await starting).close());

  it.each(requests.map(([what, status, code, init, path = '']) => ({ what, status, code, init, path })))(
    '$what is answered $status $code',
    async ({ status, code, init, path }) => {
      expectRefusal(await (await starting).send(init, path), status, code);
    },
  );

  it('still lets through what is exactly as large as allowed', async () => {
    const { send } = await starting;
    const body = '{"query":"{ old }"}'.padEnd(100 * 1024);
    expect((await send({ method: 'POST', headers: json, body })).status).toBe(200);
  });

  it('answers on no other path', async () => {
    const { send } = await starting;
    expect((await send({}, '/../healthcheck')).status).toBe(404);
    expect((await send({}, '/../')).status).toBe(404);
  });
});
