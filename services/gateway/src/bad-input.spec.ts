/**
 * Everything a client can get wrong gets a code and what is possible, never a 5xx, and is never repeated: each bad
 * request carries a canary where a person's name could stand, and no answer or log line may contain it.
 */
import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { everyWay, type Posted, startNetwork } from '../toys/network.js';

const canary = 'Oksana_Kanarenko';
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

const nested = (depth: number) =>
  `{ mine { receiver ${'{ ... on Actor '.repeat(depth)}{ id }${' }'.repeat(depth)} } }`;

const bodies: readonly [string, number, string, object][] = [
  ['no query', 400, 'BAD_REQUEST', { [canary]: 1 }],
  ['an empty query', 400, 'BAD_REQUEST', { query: ' ' }],
  ['a query that is no text', 400, 'BAD_REQUEST', { query: { [canary]: 1 } }],
  ['variables that are text', 400, 'BAD_REQUEST', { query: '{ old }', variables: canary }],
  ['variables that are a list', 400, 'BAD_REQUEST', { query: '{ old }', variables: [canary] }],
  ['a name that is no text', 400, 'BAD_REQUEST', { query: '{ old }', operationName: [canary] }],
  ['a persisted query', 400, 'BAD_REQUEST', { extensions: { persistedQuery: { sha256Hash: canary } } }],
  ['a syntax error', 400, 'GRAPHQL_PARSE_FAILED', { query: `{ mine "${canary}" }` }],
  ['an unknown field', 400, 'GRAPHQL_VALIDATION_FAILED', { query: `{ ${canary} }` }],
  ['an unknown type', 400, 'GRAPHQL_VALIDATION_FAILED', { query: `query ($a: ${canary}) { old }` }],
  [
    'an unknown argument',
    400,
    'GRAPHQL_VALIDATION_FAILED',
    { query: `{ actor(id: "1", ${canary}: "${canary}") { id } }` },
  ],
  ['an unknown directive', 400, 'GRAPHQL_VALIDATION_FAILED', { query: `{ old @${canary}(a: "${canary}") }` }],
  ['an unknown fragment', 400, 'GRAPHQL_VALIDATION_FAILED', { query: `{ ...${canary} }` }],
  [
    'a fragment in itself',
    400,
    'GRAPHQL_VALIDATION_FAILED',
    { query: `{ ...${canary} } fragment ${canary} on Query { ...${canary} }` },
  ],
  ['an undeclared variable', 400, 'GRAPHQL_VALIDATION_FAILED', { query: `{ actor(id: $${canary}) { id } }` }],
  [
    'a literal of a wrong type',
    400,
    'GRAPHQL_VALIDATION_FAILED',
    { query: `{ mine @skip(if: "${canary}") { id } }` },
  ],
  ['a literal that is no code', 400, 'UNKNOWN_CODE', { query: `{ actors(oblast: ${canary}) { id } }` }],
  [
    'an unknown field of an input',
    400,
    'GRAPHQL_VALIDATION_FAILED',
    { query: `mutation { registerActor(input: {name: "a", oblast: LVIV, ${canary}: 1}) { id } }` },
  ],
  [
    'entities',
    400,
    'GRAPHQL_VALIDATION_FAILED',
    { query: `{ _entities(representations: [{__typename: "Actor", id: "${canary}"}]) { __typename } }` },
  ],
  ['the service', 400, 'GRAPHQL_VALIDATION_FAILED', { query: '{ _service { sdl } }' }],
  ['the schema', 400, 'GRAPHQL_VALIDATION_FAILED', { query: '{ __schema { types { name } } }' }],
  [
    'a type of the schema',
    400,
    'GRAPHQL_VALIDATION_FAILED',
    { query: `{ __type(name: "${canary}") { name } }` },
  ],
  [
    'two operations, none named',
    400,
    'OPERATION_RESOLUTION_FAILURE',
    { query: `query ${canary} { old } query B { old }` },
  ],
  [
    'an operation that is not there',
    400,
    'OPERATION_RESOLUTION_FAILURE',
    { query: 'query A { old } query B { old }', operationName: canary },
  ],
  [
    'a missing variable',
    400,
    'INVALID_INPUT',
    { query: `query ($${canary}: ID!) { actor(id: $${canary}) { id } }` },
  ],
  [
    'null for a variable',
    400,
    'INVALID_INPUT',
    { query: 'query ($id: ID!) { actor(id: $id) { id } }', variables: { id: null } },
  ],
  [
    'a variable of a wrong type',
    400,
    'INVALID_INPUT',
    { query: 'query ($id: ID!) { actor(id: $id) { id } }', variables: { id: { [canary]: canary } } },
  ],
  [
    'a variable that is no code',
    400,
    'UNKNOWN_CODE',
    { query: 'query ($o: Oblast) { actors(oblast: $o) { id } }', variables: { o: canary } },
  ],
  ['an input with a wrong part', 400, 'INVALID_INPUT', input({ phone: [canary], hours: [1, canary] })],
  ['an input with an unknown part', 400, 'INVALID_INPUT', input({ phone: '1', [canary]: canary })],
  [
    'a value that only its subgraph can judge',
    200,
    'INVALID_INPUT',
    { query: 'query ($d: Day) { actors(since: $d) { id } }', variables: { d: canary } },
  ],
  [
    'a literal that only its subgraph can judge',
    200,
    'INVALID_INPUT',
    { query: `{ actors(since: "${canary}") { id } }` },
  ],
  [
    'what breaks a subgraph',
    200,
    'INTERNAL',
    { query: 'query ($how: String!) { breaks(how: $how) }', variables: { how: canary } },
  ],
  ['too many tokens', 400, 'TOO_LARGE', { query: `{ ${'old '.repeat(5000)} }` }],
  [
    'too many aliases',
    400,
    'TOO_LARGE',
    { query: `{ ${Array.from({ length: 60 }, (_, n) => `a${n}: old`).join(' ')} }` },
  ],
  [
    'too many fields',
    400,
    'TOO_LARGE',
    {
      query: `{ ${'...a '.repeat(20)} } fragment a on Query { ${'...b '.repeat(60)} } fragment b on Query { old }`,
    },
  ],
  ['too many directives', 400, 'TOO_LARGE', { query: `{ old ${'@skip(if: false) '.repeat(60)} }` }],
  ['too deep', 400, 'TOO_LARGE', { query: `{ mine ${'{ mine '.repeat(20)}{ id }${' }'.repeat(20)} }` }],
  ['deep in fragments only', 200, 'NONE', { query: nested(20) }],
];

function input(contact: object): object {
  const query = 'mutation ($i: ActorInput!) { registerActor(input: $i) { id } }';
  return { query, variables: { i: { name: canary, oblast: 'LVIV', contact } } };
}

describe.each(everyWay)('bad input planned by %s over %s', (planner, transport) => {
  const starting = startNetwork(planner, transport);
  afterEach(async () => expect((await starting).logged.join()).not.toContain(canary));
  afterAll(async () => (await starting).close());

  function expectRefusal(answer: Posted, status: number, code: string): void {
    expect(answer).toMatchObject({ status });
    const codes = (answer.json.errors ?? []).map(
      (error: { extensions: { code: string } }) => error.extensions.code,
    );
    expect(code === 'NONE' ? codes : new Set(codes)).toEqual(code === 'NONE' ? [] : new Set([code]));
    for (const error of answer.json.errors ?? []) {
      expect(error.extensions.possible).toBeInstanceOf(Array);
      expect(error.extensions.requestId).toBe(answer.headers.get('x-request-id'));
    }
    expect(answer.text).not.toContain(canary);
    expect(answer.text).not.toMatch(/select \*|\.ts:\d|node_modules|stack/);
  }

  it.each(requests.map(([what, status, code, init, path = '']) => ({ what, status, code, init, path })))(
    '$what is answered $status $code',
    async ({ status, code, init, path }) => {
      expectRefusal(await (await starting).send(init, path), status, code);
    },
  );

  it.each(bodies)('%s is answered %i %s', async (_what, status, code, body) => {
    expectRefusal(await (await starting).post(body, { authorization: `Bearer ${canary}` }), status, code);
  });

  it('says what would have been possible', async () => {
    const { post } = await starting;
    const possible = async (body: object) => (await post(body)).json.errors[0].extensions.possible;
    expect(await possible({ query: `{ actors(oblast: ${canary}) { id } }` })).toEqual(['KHARKIV', 'LVIV']);
    expect(
      await possible({
        query: 'mutation ($i: ActorInput!) { registerActor(input: $i) { id } }',
        variables: { i: { name: 'a', oblast: canary } },
      }),
    ).toEqual(['KHARKIV', 'LVIV']);
    expect(await possible({ query: `{ actor(id: 1) { ${canary} } }` })).toContain('capacity');
    expect(await possible({ query: `{ actor(${canary}: 1) { id } }` })).toEqual(['id']);
  });

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

it('introspection is answered where it is allowed', async () => {
  for (const [planner, transport] of everyWay) {
    const network = await startNetwork(planner, transport, { allowIntrospection: true });
    const { json: answer, text } = await network.post({
      query: '{ __schema { queryType { fields { name } } } }',
    });
    await network.close();
    expect(answer.errors).toBeUndefined();
    expect(text).toContain('"actors"');
    expect(text).not.toContain('_entities');
  }
});
