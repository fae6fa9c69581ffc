/** What is hidden stays hidden from whoever has all that is shown and a solver; a control shows that the solver bites. */
import { describe, expect, it } from '@jest/globals';
import { suppress, suppressionPolicies, suppressSmallAlone } from '@stezhka/insights/suppression';
import { counts, randomFrom, seed } from '../counts.js';
import { type Range, rangesOf } from './attack.js';
import { tableFrom } from './tables.js';

const policy = suppressionPolicies.at(-1)!;
const random = randomFrom(seed());
const tables = Array.from({ length: counts(300) }, () => tableFrom(random));
/** The solver reckons in fractions. */
const TOLERANCE = 1e-6;

const isRecovered = ({ least, most }: Range) => most - least < 1 - TOLERANCE;
const isTooNarrow = ({ least, most }: Range) => most - least < policy.leastWidth - TOLERANCE;

describe(`${tables.length} tables, attacked by linear programming`, () => {
  it('give no hidden number away, nor narrow one down', () => {
    let attacked = 0;
    let shown = 0;
    for (const { sums, known } of tables) {
      const told = suppress(sums, policy, known);
      const ranges = rangesOf(sums, told);
      attacked += ranges.length;
      shown += told.length - ranges.length;
      expect(ranges.filter(isTooNarrow)).toEqual([]);
      for (const { stream, least, most } of ranges) {
        expect(least).toBeLessThanOrEqual(sums.streams[stream]!.count + TOLERANCE);
        expect(most).toBeGreaterThanOrEqual(sums.streams[stream]!.count - TOLERANCE);
      }
    }
    process.stdout.write(`hidden numbers attacked: ${attacked}, shown: ${shown}\n`);
    expect(attacked).toBeGreaterThan(tables.length);
    expect(shown).toBeGreaterThan(tables.length);
  }, 900_000);

  it('would give many away, were the small ones hidden alone', () => {
    let attacked = 0;
    let recovered = 0;
    for (const { sums } of tables) {
      const ranges = rangesOf(sums, suppressSmallAlone(sums, policy));
      attacked += ranges.length;
      recovered += ranges.filter(isRecovered).length;
    }
    process.stdout.write(`with the small ones hidden alone: ${recovered} of ${attacked} recovered\n`);
    expect(recovered).toBeGreaterThan(tables.length / 10);
  }, 900_000);
});
