import { expect, it } from '@jest/globals';
import { buildSchema, execute, type GraphQLResolveInfo, parse } from 'graphql';
import { askedFields } from './asked-fields.js';

const schema = buildSchema(
  'type Query { page: Page } type Page { items: [Item] more: Int } type Item { a: Int b: Int c: Int }',
);

/** What the resolver of `page` finds asked of its items. */
function askedIn(document: string, within: string[] = ['items']): string[] {
  let asked: ReadonlySet<string> = new Set();
  const page = (_: unknown, __: unknown, info: GraphQLResolveInfo) => {
    asked = askedFields(info, within);
    return null;
  };
  const rootValue = {
    page: (args: unknown, context: unknown, info: GraphQLResolveInfo) => page(args, context, info),
  };
  execute({ schema, document: parse(document), rootValue });
  return [...asked].sort();
}

it.each([
  ['as they stand', '{ page { items { a b } more } }'],
  ['under other names', '{ page { x: items { y: a z: b } } }'],
  ['in two places', '{ page { items { a } items { b } } page { items { a } } }'],
  [
    'in fragments within fragments',
    '{ page { ...p } } fragment p on Page { items { ...i } } fragment i on Item { a ... on Item { b } }',
  ],
  [
    'where a directive may leave them out',
    '{ page { items @skip(if: true) { a } items { b @include(if: false) } } }',
  ],
])('are found %s', (_, document) => expect(askedIn(document)).toEqual(['a', 'b']));

it('are those of the field itself where nothing is named', () =>
  expect(askedIn('{ page { items { a } more } }', [])).toEqual(['items', 'more']));

it('are found where each fragment spreads the next one twice', () => {
  const steps = Array.from({ length: 60 }, (_, n) => `fragment f${n} on Item { ...f${n + 1} ...f${n + 1} }`);
  const document = `{ page { items { ...f0 } } } ${steps.join(' ')} fragment f60 on Item { a b }`;
  expect(askedIn(document)).toEqual(['a', 'b']);
});

it('are none where it is not asked for', () => expect(askedIn('{ page { more } }')).toEqual([]));
