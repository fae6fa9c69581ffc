/**
 * An operation that cannot run gets a code and what is possible, never a 5xx, and is never repeated: no answer and no log line contains what
 * stands in it where a person's name could stand.
 */
import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { everyWay, startNetwork } from '../toys/network.js';
import { canary, expectRefusal } from '../toys/refusal.js';

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
  [
    'brackets to the end of the stack',
    400,
    'TOO_LARGE',
    { query: `${'{ mine '.repeat(3000)}${'}'.repeat(3000)}` },
  ],
  [
    'lists to the end of the stack',
    400,
    'TOO_LARGE',
    { query: `{ actor(id: ${'['.repeat(3000)}${']'.repeat(3000)}) { id } }` },
  ],
  ['deep in fragments only', 200, 'NONE', { query: nested(20) }],
];

function input(contact: object): object {
  const query = 'mutation ($i: ActorInput!) { registerActor(input: $i) { id } }';
  return { query, variables: { i: { name: canary, oblast: 'LVIV', contact } } };
}

describe.each(everyWay)('a bad operation planned by %s over %s', (planner, transport) => {
  const starting = startNetwork(planner, transport);
  afterEach(async () => expect((await starting).logged.join()).not.toContain(canary));
  afterAll(async () => (await starting).close());

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
