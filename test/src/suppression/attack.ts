/**
 * Whoever wants to know a hidden count has a solver and patience: from every sum that holds, and from everything that is
 * shown, she asks for the least and the most that the count could be.
 */
import type { Sums, Suppressed } from '@stezhka/insights/suppression';
import highs from 'highs';

// What the package hands over is the function itself, whatever its types say.
const solver = await (highs as unknown as typeof highs.default)();

export interface Range {
  readonly stream: number;
  readonly least: number;
  /** Infinity: there is no most. */
  readonly most: number;
}

/** For each hidden count what it could be. */
export function rangesOf(sums: Sums, told: Suppressed): readonly Range[] {
  const equations = equationsOf(sums, told);
  const ask = (goal: 'Minimize' | 'Maximize', stream: number) => {
    const model = `${goal}\n obj: ${nameOf(stream)}\nSubject To\n${equations}\nEnd\n`;
    const { Status, ObjectiveValue } = solver.solve(model);
    if (Status === 'Optimal') return ObjectiveValue;
    if (Status === 'Unbounded' || Status === 'Primal infeasible or unbounded')
      return Number.POSITIVE_INFINITY;
    throw new Error(`the true counts solve it, and the solver says: ${Status}`);
  };
  const hidden = told.flatMap((number, stream) => (number === null ? [stream] : []));
  return hidden.map((stream) => ({ stream, least: ask('Minimize', stream), most: ask('Maximize', stream) }));
}

const nameOf = (stream: number) => `x${stream}`;

/** At each point what comes in equals what goes out; no count is below none. */
function equationsOf({ streams, touching }: Sums, told: Suppressed): string {
  const equations: string[] = [];
  for (const [point, streamsHere] of touching.entries()) {
    const terms: string[] = [];
    let known = 0;
    for (const stream of streamsHere) {
      const { to } = streams[stream]!;
      const sign = to === point ? 1 : -1;
      const number = told[stream]!;
      if (number === null) terms.push(`${sign === 1 ? '+' : '-'} ${nameOf(stream)}`);
      else known += sign * number;
    }
    if (terms.length > 0) equations.push(` at${point}: ${terms.join(' ')} = ${-known}`);
  }
  return equations.join('\n');
}
