import { expect, it } from '@jest/globals';
import type { Subject } from './bench.js';
import { inRounds } from './rounds.js';

/** Answers what it is given, one after the other, and says that it was asked. */
function given(name: string, values: readonly number[], asked: string[]): Subject {
  const left = [...values];
  return {
    name,
    async measure() {
      asked.push(name);
      return left.shift()!;
    },
  };
}

it('goes round in turns, and counts nothing of the first time', async () => {
  const asked: string[] = [];
  const baseline = given('least', [999, 100, 110, 90], asked);
  const subjects = [given('page', [999, 300, 220, 270], asked), given('list', [999, 400, 440, 540], asked)];
  const [least, page, list] = await inRounds({ baseline, subjects }, 3);
  expect(asked.join(' ')).toBe(
    'least page list  least page list  page list least  list least page'.replaceAll('  ', ' '),
  );
  expect(least).toEqual({ name: 'least', rounds: 3, median: 100, min: 90, max: 110, noise: 0.2 });
  expect(page).toMatchObject({ median: 270, ratio: { to: 'least', median: 3, min: 2, max: 3 } });
  expect(list).toMatchObject({ median: 440, ratio: { median: 4, min: 4, max: 6 }, noise: 0.2 });
});

it('takes the middle of an even number of rounds', async () => {
  const [least] = await inRounds({ baseline: given('least', [0, 1, 2, 4, 9], []), subjects: [] }, 4);
  expect(least).toMatchObject({ median: 3, min: 1, max: 9 });
});
