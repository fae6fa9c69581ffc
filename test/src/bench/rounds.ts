/**
 * Figures that mean something on a machine that does other things too: whatever slows one measurement down slows its
 * neighbours in the same round, so a ratio holds where a time does not. The baseline's own spread is the noise.
 */
import type { Opened } from './bench.js';

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

/** Measures all in turns, beginning with another one each round. What comes first of all is not counted. */
export async function inRounds(
  { baseline, subjects }: Pick<Opened, 'baseline' | 'subjects'>,
  rounds: number,
): Promise<readonly Figure[]> {
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
  return all.map(({ name }, n) => {
    const own = { name, rounds, noise, ...spreadOf(values[n]!) };
    const ratios = values[n]!.map((value, round) => value / base[round]!);
    return n === 0 ? own : { ...own, ratio: { to: baseline.name, ...spreadOf(ratios) } };
  });
}

function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return {
    median: (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2,
    min: sorted[0]!,
    max: sorted.at(-1)!,
  };
}
