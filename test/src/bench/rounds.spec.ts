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
  const { figures } = await inRounds({ baseline, subjects }, 3);
  const [least, page, list] = figures;
  expect(asked.join(' ')).toBe(
    'least page list  least page list  page list least  list least page'.replaceAll('  ', ' '),
  );
  expect(least).toEqual({ name: 'least', rounds: 3, median: 100, min: 90, max: 110, noise: 0.2 });
  expect(page).toMatchObject({ median: 270, ratio: { to: 'least', median: 3, min: 2, max: 3 } });
  expect(list).toMatchObject({ median: 440, ratio: { median: 4, min: 4, max: 6 }, noise: 0.2 });
});

it('takes the middle of an even number of rounds', async () => {
  const { figures } = await inRounds({ baseline: given('least', [0, 1, 2, 4, 9], []), subjects: [] }, 4);
  expect(figures[0]).toMatchObject({ median: 3, min: 1, max: 9 });
});

it('judges a promise by the ratios of each round, and no promise by a name that nobody has', async () => {
  const opened = {
    baseline: given('least', [1, 1, 1, 1], []),
    subjects: [given('ours', [9, 2, 30, 4], []), given('theirs', [9, 1, 10, 4], [])],
  };
  const goals = [
    { of: 'ours', to: 'theirs', atMost: 2 },
    { of: 'ours', to: 'theirs', atMost: 1.9 },
  ];
  const { reached } = await inRounds({ ...opened, goals }, 3);
  expect(reached).toMatchObject([
    { of: 'ours', to: 'theirs', median: 2, min: 1, max: 3, met: true },
    { atMost: 1.9, met: false },
  ]);
  const baseline = given('least', [1, 1, 1, 1], []);
  const unknown = inRounds({ baseline, subjects: [], goals: [{ of: 'least', to: 'nobody', atMost: 1 }] }, 3);
  await expect(unknown).rejects.toThrow('nothing is called nobody');
});
