/**
 * What to hide so that a hidden count is covered: a way on which as much could run back from its end to its beginning as
 * the range is to be wide. Along any stream it can; against one, if so much runs there.
 */
import type { Sums } from './sums.js';

export interface Covering {
  /** The count that is to be covered. */
  readonly stream: number;
  readonly width: number;
  /** What the reader loses if a stream is hidden; 0 where it is already, undefined where it may not be. */
  readonly priceOf: (stream: number) => number | undefined;
}

interface Reached {
  readonly price: number;
  /** The last stream of the way, and where it was entered. */
  readonly by?: { readonly stream: number; readonly point: number };
}

/** The streams of the cheapest way; undefined where there is none. */
export function cheapestCover(
  { streams, touching }: Sums,
  covering: Covering,
): readonly number[] | undefined {
  const { stream: covered, width, priceOf } = covering;
  const { from: end, to: begin } = streams[covered]!;
  const reached = new Map<number, Reached>([[begin, { price: 0 }]]);
  const settled = new Set<number>();
  while (settled.size < touching.length) {
    const point = nearest(reached, settled);
    if (point === undefined) return undefined;
    if (point === end) return wayTo(end, reached);
    settled.add(point);
    for (const stream of touching[point]!) {
      const { from, to, count } = streams[stream]!;
      const isAlong = from === point;
      if (stream === covered || (!isAlong && count < width)) continue;
      const price = priceOf(stream);
      if (price === undefined) continue;
      const next = isAlong ? to : from;
      const total = reached.get(point)!.price + price;
      if (total < (reached.get(next)?.price ?? Number.POSITIVE_INFINITY))
        reached.set(next, { price: total, by: { stream, point } });
    }
  }
  return undefined;
}

function nearest(reached: ReadonlyMap<number, Reached>, settled: ReadonlySet<number>): number | undefined {
  let best: number | undefined;
  for (const [point, { price }] of reached)
    if (!settled.has(point) && (best === undefined || price < reached.get(best)!.price)) best = point;
  return best;
}

function wayTo(end: number, reached: ReadonlyMap<number, Reached>): number[] {
  const { by } = reached.get(end)!;
  return by ? [...wayTo(by.point, reached), by.stream] : [];
}
