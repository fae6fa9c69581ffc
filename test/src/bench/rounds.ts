/**
 * Figures that mean something on a machine that does other things too: whatever slows one measurement down slows its
 * neighbours in the same round, so a ratio holds where a time does not. The baseline's own spread is the noise.
 */
import type { Goal, Opened } from './bench.js';

export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

export interface Figure extends Spread {
  readonly name: string;
  readonly rounds: number;
  /** To the baseline of the same round; absent for the baseline itself. */
  readonly ratio?: Spread & { readonly to: string };
  /** How far apart the rounds of the baseline were, of their median. */
  readonly noise: number;
}

/** What became of a goal: judged by the median of the rounds. */
export interface Reached extends Goal, Spread {
  readonly rounds: number;
  readonly met: boolean;
}

export interface Measured {
  readonly figures: readonly Figure[];
  readonly reached: readonly Reached[];
}

/** Measures all in turns, beginning with another one each round. What comes first of all is not counted. */
export async function inRounds(
  { baseline, subjects, goals = [] }: Pick<Opened, 'baseline' | 'subjects' | 'goals'>,
  rounds: number,
): Promise<Measured> {
  const all = [baseline, ...subjects];
  // Files are compressed, connections opened and code compiled once.
  for (const one of all) await one.measure();
  const values = all.map((): number[] => []);
  for (let round = 0; round < rounds; round += 1)
    for (let turn = 0; turn < all.length; turn += 1) {
      const n = (round + turn) % all.length;
      values[n]!.push(await all[n]!.measure());
    }
  const base = values[0]!;
  const { median, min, max } = spreadOf(base);
  const noise = (max - min) / median;
  const figures = all.map(({ name }, n) => {
    const own = { name, rounds, noise, ...spreadOf(values[n]!) };
    return n === 0 ? own : { ...own, ratio: { to: baseline.name, ...spreadOf(ratiosOf(values[n]!, base)) } };
  });
  const valuesOf = (wanted: string) => {
    const found = values[all.findIndex(({ name }) => name === wanted)];
    if (!found) throw new Error(`nothing is called ${wanted}`);
    return found;
  };
  const reached = goals.map((goal) => {
    const own = valuesOf(goal.of);
    const spread = spreadOf(goal.to === undefined ? own : ratiosOf(own, valuesOf(goal.to)));
    return { ...goal, rounds, ...spread, met: spread.median <= goal.atMost };
  });
  return { figures, reached };
}

export function middleOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2;
}

const ratiosOf = (values: readonly number[], base: readonly number[]) =>
  values.map((value, round) => value / base[round]!);

const spreadOf = (values: readonly number[]): Spread => ({
  median: middleOf(values),
  min: Math.min(...values),
  max: Math.max(...values),
});
