import { describe, expect, it } from '@jest/globals';
import type { FormattedExecutionResult } from 'graphql';
import { hearing } from './testing/heard.js';
import { directory, post } from './testing/toy-subgraphs.js';

const CANARY = 'Canary';
const codeOf = ({ errors }: FormattedExecutionResult) => errors?.[0]?.extensions?.code;

describe('an entity by its key', () => {
  const entities =
    'query ($r: [_Any!]!) { _entities(representations: $r) { __typename ... on Actor { id } } }';

  it('is found by who may see it, and by nobody else', async () => {
    const { ask } = hearing(directory());
    const r = [
      { __typename: 'Actor', id: 'one' },
      { __typename: 'Actor', id: 'other' },
    ];
    const full = entities.replace('{ id }', '{ id name colours }');
    expect((await ask(full, { r })).data?._entities).toEqual([
      { __typename: 'Actor', id: 'one', name: 'Maple', colours: ['red'] },
      null,
    ]);
    expect((await ask(full, { r }, { headers: {} })).data?._entities).toEqual([null, null]);
  });

  it('is never made of what was sent', async () => {
    const { ask } = hearing(post());
    expect((await ask(entities, { r: [{ __typename: 'Actor', id: 'one' }] })).data?._entities).toEqual([
      null,
    ]);
  });

  for (const [what, representation] of Object.entries({
    'of no type': { id: 'one' },
    'of a type that is none': { __typename: CANARY, id: 'one' },
    'of a type that is no entity': { __typename: 'Receipt', id: 'one' },
    'of an inherited name': { __typename: 'constructor', id: 'one' },
    'without its key': { __typename: 'Actor', name: CANARY },
    'with a key of another type': { __typename: 'Actor', id: { $ne: CANARY } },
    'with a key that is no id': { __typename: 'Actor', id: `${CANARY} x` },
    'with poison beside its key': { __typename: 'Actor', id: 'one', more: [[['\0']]] },
    'that is none': CANARY,
  }))
    it(`is refused ${what}`, async () => {
      const { ask, said } = hearing(directory());
      expect(codeOf(await ask(entities, { r: [representation] }))).toBe('INVALID_INPUT');
      const literal = `{ _entities(representations: [{__typename: "${CANARY}", id: "one"}]) { __typename } }`;
      expect(codeOf(await ask(literal))).toBe('INVALID_INPUT');
      expect(said()).not.toContain(CANARY);
    });
});
