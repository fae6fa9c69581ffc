/** Tables as months have them: most places empty, a few busy, many with a handful; some small, some wide, some a line. */
import { crossTableOf, lineOf, type Sums } from '@stezhka/insights/suppression';

export interface Made {
  readonly sums: Sums;
  /** What was told elsewhere. */
  readonly known: readonly number[];
}

export function tableFrom(random: () => number): Made {
  const upTo = (most: number) => 2 + Math.floor(random() * (most - 1));
  const people = Math.floor(20 + 2_000 * random() ** 3);
  // Skewed, as people are: for each busy place there are several with a handful.
  const skew = 1 + random() * 2;
  const placeIn = (size: number) => Math.floor(size * random() ** skew);
  const isTotalKnown = random() < 0.5;
  if (random() < 0.2) {
    const parts = new Array<number>(upTo(6)).fill(0);
    for (let n = 0; n < people; n += 1) parts[placeIn(parts.length)]! += 1;
    return { sums: lineOf(parts), known: isTotalKnown ? [parts.length] : [] };
  }
  const [rows, columns] = [upTo(10), upTo(8)];
  const entries = Array.from({ length: people }, () => ({ row: placeIn(rows), column: placeIn(columns) }));
  const sums = crossTableOf(rows, columns, entries);
  return { sums, known: isTotalKnown ? [sums.at(rows, columns)] : [] };
}
