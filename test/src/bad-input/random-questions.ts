/** Questions with anything at all in their arguments, at random, on every way in: answered, or refused with a code. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { subgraphSdls } from '@stezhka/local';
import fc from 'fast-check';
import { buildASTSchema, isObjectType, parse } from 'graphql';
import { counts, seed } from '../counts.js';
import { aHousehold, aReferral } from '../every-mutation/referred.js';
import { canary, faultsIn, refusedWith } from './fit-to-send.js';
import { anything, codes, moments, spoil, words } from './garbage.js';
import { type Question, questions } from './questions.js';
import type { Ways } from './ways.js';

export function randomQuestionsAreAnswered(open: () => Ways): void {
  const tally = { sent: 0, refused: 0, answered: 0 };
  let ways: Ways;
  let asked: Question[];
  let head: bigint | undefined;
  let logged: number;
  let authorizationOf: (question: Question) => string;

  beforeAll(async () => {
    ways = open();
    logged = ways.logged.length;
    const household = await aHousehold(ways.scene);
    const referralId = await aReferral(ways.scene, household, 'sent');
    asked = questions(ways.scene, household.householdId, referralId);
    authorizationOf = ({ by = 'caseworker' }) => `Bearer ${ways.scene.people[by].token}`;
    await ways.scene.network.settled();
    await ways.scene.network.settled();
    head = await ways.scene.network.stores.events.head();
  });
  afterAll(() => {
    process.stdout.write(`questions: ${JSON.stringify(tally)}\n`);
  });

  it('asks every question of the graph that takes anything', () => {
    const taking = subgraphSdls().flatMap(({ sdl }) => {
      const schema = buildASTSchema(parse(sdl), { assumeValid: true, assumeValidSDL: true });
      return Object.values(schema.getTypeMap())
        .filter((type) => isObjectType(type) && !/^(?:Mutation$|__)/.test(type.name))
        .flatMap((type) =>
          (isObjectType(type) ? Object.values(type.getFields()) : []).map((field) => ({ type, field })),
        )
        .filter(({ field }) => field.args.length > 0)
        .map(({ type, field }) => `${type.name}.${field.name}`);
    });
    expect(asked.flatMap(({ asks }) => asks).sort()).toEqual([...new Set(taking)].sort());
  });

  it('is answered where it is a good one', async () => {
    for (const one of asked)
      for (const way of ways.all) {
        const { asks, by: _, ...question } = one;
        const answer = await way.ask({ ...question, authorization: authorizationOf(one) });
        expect([asks, way.name, answer.errors]).toEqual([asks, way.name, undefined]);
      }
  });

  it('answers each with what is fit to send', async () => {
    const values = fc.oneof(anything, moments, codes, words, fc.integer({ min: -5, max: 120 }));
    const property = fc.asyncProperty(
      fc.nat(),
      fc.array(fc.tuple(fc.nat(), values), { minLength: 1, maxLength: 2 }),
      fc.nat(2),
      async (nth, edits, wayNth) => {
        const one = asked[nth % asked.length]!;
        const { asks: _, by: __, variables, ...question } = one;
        const authorization = authorizationOf(one);
        const places = placesIn(variables);
        const edited = edits.map(([at, value]) => [places[at % places.length]!, value] as const);
        const way = ways.all[wayNth]!;
        const answer = await way.ask({ ...question, variables: spoil(variables, edited), authorization });
        expect(faultsIn(answer)).toEqual([]);
        tally.sent += 1;
        tally[refusedWith(answer).length > 0 ? 'refused' : 'answered'] += 1;
      },
    );
    await fc.assert(property, { seed: seed(), numRuns: counts(1_000), endOnFailure: true });
  }, 600_000);

  it('has written nothing, and logged none of it', async () => {
    expect(await ways.scene.network.stores.events.head()).toBe(head);
    expect(
      ways.logged.slice(logged).filter((line) => line.includes(canary) || line.includes('"error"')),
    ).toEqual([]);
  });
}

/** Of the variables, and of the fields of those that are inputs. */
function placesIn(variables: object, above: readonly string[] = []): (readonly string[])[] {
  return Object.entries(variables).flatMap(([name, value]) => {
    const path = [...above, name];
    const below = typeof value === 'object' && value !== null && !Array.isArray(value);
    return [path, ...(below ? placesIn(value, path) : [])];
  });
}
