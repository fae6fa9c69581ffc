/**
 * How little is known of a hidden count. It can be greater by as much as can run back from its end to its beginning
 * through other hidden counts, and smaller by as much as can run the other way beside it: what is shown stays as it is,
 * and no count may fall below none. There is no other way to read the table, so the answer is exact.
 */
import type { Sums } from './sums.js';

export interface Widths {
  /**
   * The distance between the least and the most that the hidden count could be; `enough` if it is at least that.
   */
  of(stream: number, enough: number): number;
}

export function widthsIn({ streams, touching }: Sums, isHidden: (stream: number) => boolean): Widths {
  /** How much more can run from one point to another beside one stream, `most` at most. */
  function canRun(begin: number, end: number, beside: number, most: number): number {
    const added = new Map<number, number>();
    let run = 0;
    while (run < most) {
      const way = wayOf(begin, end, beside, added);
      if (!way) return run;
      const room = way.reduce((least, { room: here }) => Math.min(least, here), most - run);
      for (const { stream, sign } of way) added.set(stream, (added.get(stream) ?? 0) + sign * room);
      run += room;
    }
    return run;
  }

  /** A shortest way through what is hidden: along a stream without end, against it as far as it has anything left. */
  function wayOf(begin: number, end: number, beside: number, added: ReadonlyMap<number, number>) {
    const cameBy = new Map<number, Step | undefined>([[begin, undefined]]);
    const waiting = [begin];
    for (const point of waiting) {
      if (point === end) return walkedTo(end, cameBy);
      for (const stream of touching[point]!) {
        if (stream === beside || !isHidden(stream)) continue;
        const { from, to, count } = streams[stream]!;
        const along = from === point;
        const next = along ? to : from;
        const room = along ? Number.POSITIVE_INFINITY : count + (added.get(stream) ?? 0);
        if (room <= 0 || cameBy.has(next)) continue;
        cameBy.set(next, { stream, sign: along ? 1 : -1, room, point });
        waiting.push(next);
      }
    }
    return undefined;
  }

  return {
    of(stream, enough) {
      const { from, to, count } = streams[stream]!;
      const greater = canRun(to, from, stream, enough);
      if (greater === enough) return enough;
      const smaller = Math.min(count, canRun(from, to, stream, enough));
      return Math.min(greater + smaller, enough);
    },
  };
}

interface Step {
  readonly stream: number;
  readonly sign: 1 | -1;
  readonly room: number;
  /** Where it was taken. */
  readonly point: number;
}

function walkedTo(end: number, cameBy: ReadonlyMap<number, Step | undefined>): Step[] {
  const step = cameBy.get(end);
  return step ? [...walkedTo(step.point, cameBy), step] : [];
}
