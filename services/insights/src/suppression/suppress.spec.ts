import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { suppressionPolicies, suppressionPolicyAt } from './policy.js';
import { crossTableOf, lineOf, type Sums } from './sums.js';
import { type Suppressed, suppress, suppressSmallAlone } from './suppress.js';
import { widthsIn } from './width.js';

const [policy] = suppressionPolicies;
const seed = 20_260_301;

/** So many people in each cell. */
function tableOf(counts: readonly (readonly number[])[]) {
  const entries = counts.flatMap((line, row) =>
    line.flatMap((count, column) => Array.from({ length: count }, () => ({ row, column }))),
  );
  return crossTableOf(counts.length, counts[0]!.length, entries);
}

/** Mostly empty, mostly small, or full. */
const someone = fc.constantFrom(
  fc.constantFrom(0, 0, 0, 1, 3),
  fc.constantFrom(0, 1, 2, 10, 11, 12),
  fc.integer({ min: 0, max: 60 }),
);
const crossTables = fc
  .tuple(someone, fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }))
  .chain(([count, rows, columns]) =>
    fc.array(fc.array(count, { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  )
  .map(tableOf);
const lines = someone
  .chain((count) => fc.array(count, { minLength: 1, maxLength: 6 }))
  .map((parts): Sums => lineOf(parts));
const sums = fc.oneof(crossTables, lines);

const always = (holds: (sums: Sums, told: Suppressed) => void, numRuns = 300) =>
  fc.assert(
    fc.property(sums, (given) => holds(given, suppress(given, policy))),
    { seed, numRuns },
  );

describe('sums', () => {
  it('hold: as much comes into each point as goes out', () => {
    fc.assert(
      fc.property(sums, ({ touching, streams }) => {
        const balance = new Array<number>(touching.length).fill(0);
        for (const { from, to, count } of streams) {
          balance[from]! -= count;
          balance[to]! += count;
        }
        expect(balance.every((rest) => rest === 0)).toBe(true);
      }),
      { seed, numRuns: 100 },
    );
  });

  it('have each total where it is looked for', () => {
    const { at, streams } = tableOf([
      [3, 4],
      [0, 5],
    ]);
    const count = (row: number, column: number) => streams[at(row, column)]!.count;
    expect([count(0, 2), count(1, 2), count(2, 0), count(2, 1), count(2, 2)]).toEqual([7, 5, 3, 9, 12]);
  });
});

describe('what is told', () => {
  it('is never a small number of people', () => {
    always((_, told) => {
      expect(told.filter((number) => number !== null && number > 0 && number < policy.threshold)).toEqual([]);
    });
  });

  it('is true', () => {
    always(({ streams }, told) => {
      for (const [stream, number] of told.entries()) expect([null, streams[stream]!.count]).toContain(number);
    });
  });

  it('leaves each hidden number as wide a range as the policy wants', () => {
    always((given, told) => {
      const { of } = widthsIn(given, (stream) => told[stream] === null);
      for (const [stream, number] of told.entries())
        if (number === null) expect(of(stream, policy.leastWidth)).toBe(policy.leastWidth);
    });
  });

  it('is everything, where nothing is small', () => {
    const table = tableOf([
      [20, 30],
      [40, 50],
    ]);
    expect(suppress(table, policy)).not.toContain(null);
  });

  it('keeps totals where others can be hidden instead', () => {
    const table = tableOf([
      [4, 20, 30],
      [25, 35, 45],
      [22, 33, 44],
    ]);
    const told = suppress(table, policy);
    expect(told.filter((number) => number === null)).toHaveLength(4);
    expect(table.streams.filter(({ totals }, stream) => totals > 0 && told[stream] === null)).toEqual([]);
  });

  it('never hides what was told elsewhere, and then rather nothing else is told', () => {
    const told = suppress(lineOf([3, 12]), policy, [2]);
    expect(told).toEqual([null, null, 15]);
    expect(suppress(lineOf([3, 1]), policy, [2])).toEqual([null, null, 4]);
  });

  it('is that there is nobody, where everybody can see it', () => {
    expect(suppress(lineOf([20, 30, 0]), policy)).toEqual([20, 30, 0, 50]);
    expect(suppress(lineOf([20, 30, 0, 4]), policy)).toEqual([null, 30, null, null, 54]);
  });

  it('is the same, however often it is asked', () => {
    always((given, told) => expect(suppress(given, policy)).toEqual(told), 50);
  });
});

it('hiding the small ones alone leaves a difference to be taken', () => {
  expect(suppressSmallAlone(lineOf([4, 20, 30]), policy)).toEqual([null, 20, 30, 54]);
});

it('each policy follows the one before', () => {
  expect(suppressionPolicies.map(({ version }) => version)).toEqual(suppressionPolicies.map((_, n) => n + 1));
  expect(suppressionPolicyAt(new Date('2000-01-01'))).toBe(policy);
  expect(suppressionPolicyAt(new Date('2090-01-01'))).toBe(suppressionPolicies.at(-1));
});
