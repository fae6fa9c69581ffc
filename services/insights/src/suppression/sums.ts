/**
 * Counts with all the sums that hold among them, drawn as streams between points: at each point as much comes in as goes
 * out. In a cross table a count runs from its row to its column; the total of a row runs into the row, that of a column
 * out of it, and the grand total leads back to where they began. Whatever is drawn so can be searched exactly for what
 * a hidden count could be.
 */

/** One count, or one sum. */
export interface Stream {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** Of how many dimensions it is a total: the higher, the more it is worth to the reader. */
  readonly totals: number;
}

export interface Sums {
  readonly streams: readonly Stream[];
  /** By point: the streams that begin or end there. */
  readonly touching: readonly (readonly number[])[];
}

function drawn(streams: readonly Stream[], points: number): Sums {
  const touching: number[][] = Array.from({ length: points }, () => []);
  for (const [stream, { from, to }] of streams.entries()) {
    touching[from]!.push(stream);
    touching[to]!.push(stream);
  }
  return { streams, touching };
}

/** Parts and their total: stream `n` is part `n`, the last one is the total. */
export function lineOf(parts: readonly number[]): Sums {
  const total = parts.reduce((sum, part) => sum + part, 0);
  const streams = parts.map((count): Stream => ({ from: 0, to: 1, count, totals: 0 }));
  return drawn([...streams, { from: 1, to: 0, count: total, totals: 1 }], 2);
}

export interface CrossTable extends Sums {
  /** Which stream is a cell; a row or a column beyond the last is the total over them. */
  at(row: number, column: number): number;
}

/** Rows and columns with their totals, and the grand total. */
export function crossTableOf(
  rows: number,
  columns: number,
  entries: Iterable<{ readonly row: number; readonly column: number }>,
): CrossTable {
  const at = (row: number, column: number) => row * (columns + 1) + column;
  const counts = new Array<number>((rows + 1) * (columns + 1)).fill(0);
  for (const { row, column } of entries)
    for (const index of [at(row, column), at(row, columns), at(rows, column), at(rows, columns)])
      counts[index]! += 1;
  const [begin, end] = [rows + columns, rows + columns + 1];
  const streams = counts.map((count, index): Stream => {
    const [row, column] = [Math.floor(index / (columns + 1)), index % (columns + 1)];
    const [isRowTotal, isColumnTotal] = [column === columns, row === rows];
    if (isRowTotal && isColumnTotal) return { from: end, to: begin, count, totals: 2 };
    if (isRowTotal) return { from: begin, to: row, count, totals: 1 };
    if (isColumnTotal) return { from: rows + column, to: end, count, totals: 1 };
    return { from: row, to: rows + column, count, totals: 0 };
  });
  return { ...drawn(streams, rows + columns + 2), at };
}
