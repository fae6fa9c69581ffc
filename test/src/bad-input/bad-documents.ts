/** Documents that cannot run, or must not. */
import { canary } from './fit-to-send.js';
import type { Operation } from './ways.js';

export interface BadDocument {
  readonly what: string;
  readonly code: string;
  readonly operation: Omit<Operation, 'authorization' | 'subgraph'> & { readonly subgraph?: string };
  /** Whether a subgraph says the same; it does, if absent. Some of it a gateway may ask there. */
  readonly subgraphsToo?: boolean;
}

function invalid(
  what: string,
  query: string,
  code = 'GRAPHQL_VALIDATION_FAILED',
  more: object = {},
): BadDocument {
  return { what, code, operation: { query, ...more } };
}
const unparsed = (what: string, query: string) => invalid(what, query, 'GRAPHQL_PARSE_FAILED');
const tooLarge = (what: string, query: string) => invalid(what, query, 'TOO_LARGE');
const varied = (what: string, code: string, query: string, variables: object) =>
  invalid(what, query, code, { variables });

const times = (count: number, text: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => text(n)).join(' ');
const byId = 'query($id: ID!) { referral(id: $id) { id } }';
const boxed =
  'query($filter: ReferralFilterInput! $page: PageInput!) { inbox(filter: $filter, page: $page) { hasMore } }';
const box = (filter: object, page: object = {}) => ({ filter, page });

export const badDocuments: readonly BadDocument[] = [
  unparsed('a syntax error', `{ referral(id: "${canary}`),
  unparsed('half a pair in a name', `{ ${canary}\ud83d }`),
  unparsed('NUL in a name', `{ ${canary}\0 }`),
  unparsed('nothing but a comment', `# ${canary}`),
  invalid('an unknown field', `{ ${canary} }`),
  invalid('an unknown field below', `{ inbox { items { id ${canary} } } }`),
  invalid('a prototype as a field', '{ __proto__ { constructor } }'),
  invalid('a method as a field', '{ constructor }'),
  invalid('an unknown argument', `{ referral(id: "a", ${canary}: "${canary}") { id } }`),
  invalid('an unknown type', `query($a: ${canary}) { inbox { hasMore } }`),
  invalid('an unknown fragment', `{ ...${canary} }`),
  invalid('a fragment in itself', `{ ...${canary} } fragment ${canary} on Query { ...${canary} }`),
  invalid('an unknown directive', `{ inbox { hasMore @${canary}(a: "${canary}") } }`),
  invalid('an undeclared variable', `{ referral(id: $${canary}) { id } }`),
  invalid('a variable that nobody uses', `query($${canary}: ID) { inbox { hasMore } }`),
  invalid(
    'an unknown field of an input',
    `{ inbox(page: { first: 1, ${canary}: "${canary}" }) { hasMore } }`,
  ),
  invalid('a number in words', `{ inbox(page: { first: "${canary}" }) { hasMore } }`),
  invalid('a number beyond', '{ inbox(page: { first: 99999999999999999999 }) { hasMore } }'),
  invalid('a selection of a leaf', `{ inbox { hasMore { ${canary} } } }`),
  {
    ...invalid('a definition of a type', `type ${canary} { a: Int }`, 'OPERATION_RESOLUTION_FAILURE'),
    subgraphsToo: false,
  },
  invalid('the schema', '{ __schema { types { name } } }'),
  {
    ...invalid(
      'entities',
      `{ _entities(representations: [{ __typename: "Referral", id: "${canary}" }]) { __typename } }`,
    ),
    subgraphsToo: false,
  },
  { ...invalid('the service', '{ _service { sdl } }'), subgraphsToo: false },
  invalid(
    'two operations, none named',
    `query ${canary} { inbox { hasMore } } query B { inbox { hasMore } }`,
    'OPERATION_RESOLUTION_FAILURE',
  ),
  invalid(
    'an operation that is not there',
    'query A { inbox { hasMore } } query B { inbox { hasMore } }',
    'OPERATION_RESOLUTION_FAILURE',
    { operationName: canary },
  ),
  tooLarge('brackets without end', `${'{ inbox '.repeat(2_000)}${'}'.repeat(2_000)}`),
  tooLarge('lists in lists without end', `{ referral(id: ${'['.repeat(3_000)}${']'.repeat(3_000)}) { id } }`),
  tooLarge('too many words', `{ ${times(5_000, () => 'inbox { hasMore }')} }`),
  tooLarge('too many aliases', `{ ${times(200, (n) => `a${n}: inbox { hasMore }`)} }`),
  {
    what: 'too deep',
    code: 'TOO_LARGE',
    operation: {
      subgraph: 'registry',
      query: `{ me { actor { ${'services { actor { '.repeat(10)} id ${'} } '.repeat(10)} } } }`,
    },
  },
  tooLarge('too many directives', `{ inbox { ${times(200, () => 'hasMore @skip(if: false)')} } }`),
  invalid('a literal with NUL', `{ referral(id: "${canary}\\u0000") { id } }`, 'INVALID_INPUT'),
  unparsed('a literal with half a pair', `{ referral(id: "${canary}\\ud83d") { id } }`),
  invalid('a literal that is no id', `{ referral(id: "${canary} ${canary}") { id } }`, 'INVALID_INPUT'),
  invalid(
    'a literal that is no code',
    `{ inbox(filter: { urgency: "${canary}" }) { hasMore } }`,
    'UNKNOWN_CODE',
  ),
  invalid(
    'a literal of a code list that is a number',
    '{ inbox(filter: { urgency: 7 }) { hasMore } }',
    'UNKNOWN_CODE',
  ),
  varied('a missing variable', 'INVALID_INPUT', byId, { [canary]: canary }),
  varied('null for an id', 'INVALID_INPUT', byId, { id: null }),
  varied('an object for an id', 'INVALID_INPUT', byId, { id: { [canary]: canary } }),
  varied('a name for an id', 'INVALID_INPUT', byId, { id: `${canary} ${canary}` }),
  varied('a prototype for an id', 'INVALID_INPUT', byId, { id: '__proto__' }),
  varied('NUL in an id', 'INVALID_INPUT', byId, { id: `${canary}\0` }),
  varied('half a pair in an id', 'INVALID_INPUT', byId, { id: `${canary}\ud83d` }),
  varied('an id without end', 'INVALID_INPUT', byId, { id: canary.repeat(500) }),
  varied('an unknown code', 'UNKNOWN_CODE', boxed, box({ urgency: canary })),
  varied('an unknown code in a list', 'UNKNOWN_CODE', boxed, box({ states: ['sent', canary] })),
  varied('a list without end', 'INVALID_INPUT', boxed, box({ states: Array(2_000).fill('sent') })),
  varied('an unknown field in a variable', 'INVALID_INPUT', boxed, box({ [canary]: canary })),
  varied(
    'a prototype in a variable',
    'INVALID_INPUT',
    boxed,
    JSON.parse(`{"filter":{"__proto__":{"${canary}":1}},"page":{}}`),
  ),
  varied('a page of none', 'INVALID_INPUT', boxed, box({}, { first: 0 })),
  varied('a page of all', 'INVALID_INPUT', boxed, box({}, { first: 101 })),
  varied('a page below none', 'INVALID_INPUT', boxed, box({}, { first: -(2 ** 31) })),
  varied('a page of half', 'INVALID_INPUT', boxed, box({}, { first: 1.5 })),
  varied('a page beyond', 'INVALID_INPUT', boxed, box({}, { first: 2 ** 31 })),
];
