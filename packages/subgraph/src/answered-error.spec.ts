import { describe, expect, it } from '@jest/globals';
import type { FormattedExecutionResult } from 'graphql';
import { hearing } from './testing/heard.js';
import { directory } from './testing/toy-subgraphs.js';

const CANARY = 'Canary';
const add = 'mutation ($input: NewActor!) { addActor(input: $input) { id after } }';

interface Said {
  code: string;
  possible: string[];
  fields?: { path: string; rules: string[] }[];
  requestId: string;
}

function first({ errors }: FormattedExecutionResult): Said & { message: string } {
  expect(errors?.length).toBeGreaterThan(0);
  return { ...(errors![0]!.extensions as unknown as Said), message: errors![0]!.message };
}

describe('an answer to an error', () => {
  const { ask, said } = hearing(directory());

  it('is the code of a refusal, what is possible, and where to ask about it', async () => {
    const answer = await ask('{ fail(how: "refused") }');
    expect(answer.errors?.[0]).toEqual({
      message: 'This is not possible in the present state.',
      locations: [{ line: 1, column: 3 }],
      path: ['fail'],
      extensions: {
        code: 'ILLEGAL_TRANSITION',
        possible: ['acceptReferral'],
        requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      },
    });
  });

  it('is nothing but its code where nobody foresaw it', async () => {
    expect(first(await ask(`{ fail(how: "${CANARY}") }`))).toMatchObject({
      code: 'INTERNAL',
      message: 'Something went wrong here.',
    });
    expect(said()).toContain('"code":"23505"');
    expect(first(await ask('{ fail(how: "string") }')).code).toBe('INTERNAL');
    expect(first(await ask('{ unspeakable }')).code).toBe('INTERNAL');
  });

  it('asks for patience where a store is away', async () => {
    expect(first(await ask('{ fail(how: "away") }'))).toMatchObject({ code: 'UNAVAILABLE' });
    expect(said()).not.toContain(CANARY);
  });

  const wrong: [string, string, Record<string, unknown>, Partial<Said>][] = [
    ['a variable of another type', add, { input: CANARY }, { fields: [{ path: 'input', rules: ['type'] }] }],
    [
      'a nested value of another type',
      add,
      { input: { name: 'Oak', addresses: [{ street: { secret: CANARY } }] } },
      { fields: [{ path: 'input.addresses.0.street', rules: ['type'] }] },
    ],
    ['a field that is not there', add, { input: { name: 'Oak', [CANARY]: 1 } }, {}],
    ['a missing variable', add, {}, { fields: [{ path: 'input', rules: ['required'] }] }],
    ['null for what must be', add, { input: null }, { fields: [{ path: 'input', rules: ['type'] }] }],
    [
      'a date that is none',
      add,
      { input: { name: 'Oak', since: `31.02.2024 ${CANARY}` } },
      { fields: [{ path: 'input.since', rules: ['type'] }] },
    ],
    [
      'a day that no calendar has',
      add,
      { input: { name: 'Oak', since: '2023-02-29T10:00:00Z' } },
      { fields: [{ path: 'input.since', rules: ['type'] }] },
    ],
    [
      'an id that no stream could bear',
      add,
      { input: { name: 'Oak', partner: `${CANARY} — Олена` } },
      { fields: [{ path: 'input.partner', rules: ['id'] }] },
    ],
    [
      'a text that no table could hold',
      add,
      { input: { name: `${CANARY}\0` } },
      { fields: [{ path: 'input.name', rules: ['text'] }] },
    ],
    [
      'a list without an end',
      add,
      { input: { name: 'Oak', addresses: Array(1_001).fill({ street: CANARY }) } },
      { fields: [{ path: 'input.addresses', rules: ['list'] }] },
    ],
    [
      'half of a letter',
      add,
      { input: { name: `${CANARY}\ud83d` } },
      { fields: [{ path: 'input.name', rules: ['text'] }] },
    ],
    [
      'a text over its length',
      add,
      { input: { name: CANARY.repeat(10) } },
      { fields: [{ path: 'name', rules: ['isLength'] }] },
    ],
    [
      'a nested text over its length',
      add,
      { input: { name: 'Oak', addresses: [{ street: CANARY.repeat(10) }] } },
      { fields: [{ path: 'addresses.0.street', rules: ['isLength'] }] },
    ],
    [
      'a literal of another type',
      `mutation { addActor(input: {name: 5, colour: red, since: "${CANARY}"}) { id } }`,
      {},
      {},
    ],
    ['an id as a literal', `{ actor(id: "${CANARY} Street") { id } }`, {}, {}],
    ['a poisoned literal', `{ fail(how: "${CANARY}\\u0000") }`, {}, {}],
    [
      'null by variable where a default allowed it',
      'query ($c: Colour = red) { fail(colour: $c) }',
      { c: null },
      {},
    ],
  ];
  for (const [what, query, variables, expected] of wrong)
    it(`names ${what} and repeats nothing`, async () => {
      const codes = (await ask(query, variables)).errors?.map(({ extensions }) => extensions?.code);
      expect(['INVALID_INPUT', 'GRAPHQL_VALIDATION_FAILED']).toEqual(
        expect.arrayContaining(codes ?? ['none']),
      );
      expect(first(await ask(query, variables))).toMatchObject(expected);
    });

  const unknown: [string, string, Record<string, unknown>, string[]][] = [
    ['a variable', add, { input: { name: 'Oak', colour: CANARY } }, ['red', 'green']],
    [
      'a literal',
      `mutation { addActor(input: {name: "Oak", colour: ${CANARY}}) { id } }`,
      {},
      ['red', 'green'],
    ],
    ['a text for an enum', `{ fail(colour: "${CANARY}") }`, {}, ['red', 'green']],
    [
      'a code of the vocabulary',
      add,
      { input: { name: 'Oak', urgency: CANARY } },
      ['emergency', 'urgent', 'normal'],
    ],
    [
      'a literal code of the vocabulary',
      `mutation { addActor(input: {name: "Oak", urgency: "${CANARY}"}) { id } }`,
      {},
      ['emergency', 'urgent', 'normal'],
    ],
  ];
  for (const [what, query, variables, possible] of unknown)
    it(`says which codes there are when ${what} is none of them`, async () => {
      const answer = await ask(query, variables);
      expect(answer.errors).toHaveLength(1);
      expect(first(answer)).toMatchObject({ code: 'UNKNOWN_CODE', possible });
    });

  const malformed: [string, string, string][] = [
    ['no GraphQL', `{ actor(id: ${CANARY}`, 'GRAPHQL_PARSE_FAILED'],
    ['an unterminated text', `{ fail(how: "${CANARY}`, 'GRAPHQL_PARSE_FAILED'],
    ['an unknown field', `{ ${CANARY} }`, 'GRAPHQL_VALIDATION_FAILED'],
    ['an unknown argument', `{ fail(${CANARY}: 1) }`, 'GRAPHQL_VALIDATION_FAILED'],
    ['an unknown type', `query ($x: ${CANARY}) { fail(how: $x) }`, 'GRAPHQL_VALIDATION_FAILED'],
    ['a missing argument', '{ actor { id } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['the schema', '{ __schema { types { name } } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['nothing', '', 'BAD_REQUEST'],
    ['a depth without end', `{ ${'a { '.repeat(20)} a ${'}'.repeat(20)} }`, 'TOO_LARGE'],
    [
      'a name for everything',
      `{ ${Array.from({ length: 80 }, (_, n) => `${CANARY}${n}: fail `).join()} }`,
      'TOO_LARGE',
    ],
    ['a heap of directives', `{ fail ${'@include(if: true) '.repeat(40)} }`, 'TOO_LARGE'],
    ['more words than a page', `{ ${'fail '.repeat(5_000)} }`, 'TOO_LARGE'],
    [
      'a circle of fragments',
      'query { ...A } fragment A on Query { ...B } fragment B on Query { ...A }',
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['a list without a bottom', `{ fail(how: ${'['.repeat(3_900)}`, 'TOO_LARGE'],
    ['a field without a bottom', `{ ${'a { '.repeat(1_900)} a ${'}'.repeat(1_900)} }`, 'TOO_LARGE'],
  ];
  for (const [what, query, code] of malformed)
    it(`refuses ${what} by a code`, async () => {
      const codes = (await ask(query)).errors?.map(({ extensions }) => extensions?.code);
      expect(codes).toContain(code);
      expect(codes).not.toContain('INTERNAL');
    });

  it('refuses a variable without a bottom', async () => {
    const bottomless = JSON.parse(`${'['.repeat(20_000)}${']'.repeat(20_000)}`) as unknown;
    expect(first(await ask(add, { input: { name: 'Oak', addresses: bottomless } })).code).toBe(
      'INVALID_INPUT',
    );
    expect(first(await ask('{ fail }', { unused: bottomless })).code).toBe('INTERNAL');
  });

  it('refuses an operation that the document does not have', async () => {
    const answer = await ask(
      'query A { actor(id: "one") { id } } query B { fail }',
      {},
      { operationName: CANARY },
    );
    expect(first(answer).code).toBe('OPERATION_RESOLUTION_FAILURE');
  });

  it('never held what came in, in an answer or in the log', () => {
    const text = said().replaceAll(/"path":\[[^\]]*\]/g, '');
    expect(text).not.toContain(CANARY);
    expect(text).not.toMatch(/stack|node_modules|duplicate key|Олена/);
    expect(text).toContain('graphql.failed');
  });
});
