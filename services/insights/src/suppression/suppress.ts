/**
 * The one way by which counts of people leave this service. Hidden is whatever is small, nobody at all included; and
 * beside it as many others as it takes that no hidden count can be worked out from what is shown.
 */
import { cheapestCover } from './cover.js';
import type { SuppressionPolicy } from './policy.js';
import type { Sums } from './sums.js';
import { widthsIn } from './width.js';

/** A count as it may be told; null: hidden. */
export type Told = number | null;

/** What is told of each count and sum, in the order of its streams. */
export type Suppressed = readonly Told[];

export type Protection = Pick<SuppressionPolicy, 'threshold' | 'leastWidth'>;

/** A total is worth more to the reader than a part of it, beyond being the greater number. */
const WORTH_OF_A_TOTAL = 4;

/**
 * `known`: streams that have been told elsewhere, and cannot be hidden here. Where that leaves too little to hide behind,
 * nothing is told but those.
 */
export function suppress(
  sums: Sums,
  { threshold, leastWidth }: Protection,
  known: readonly number[] = [],
): Suppressed {
  const { streams } = sums;
  const hidden = new Set(smallIn(sums, threshold).filter((stream) => !known.includes(stream)));
  const { of: widthOf } = widthsIn(sums, (stream) => hidden.has(stream));
  // Nobody, where that follows from what is shown, is no secret.
  const isPlainlyNobody = (stream: number) => streams[stream]!.count === 0 && widthOf(stream, 1) === 0;
  const isNarrow = (stream: number) => widthOf(stream, leastWidth) < leastWidth && !isPlainlyNobody(stream);
  const priceOf = (stream: number) => {
    if (hidden.has(stream)) return 0;
    const { count, totals } = streams[stream]!;
    // One more than its worth: of two ways that cost the same the shorter one.
    return known.includes(stream) ? undefined : count * WORTH_OF_A_TOTAL ** totals + 1;
  };

  let sweeping = hidden.size > 0;
  while (sweeping) {
    sweeping = false;
    for (const stream of hidden) {
      if (!isNarrow(stream)) continue;
      sweeping = true;
      const cover = cheapestCover(sums, { stream, width: leastWidth, priceOf });
      if (!cover) return streams.map(({ count }, n) => (known.includes(n) ? count : null));
      for (const one of cover) hidden.add(one);
    }
  }
  const isTold = (stream: number) => !hidden.has(stream) || isPlainlyNobody(stream);
  const told = streams.map((_, stream) => isTold(stream));
  return streams.map(({ count }, stream) => (told[stream] ? count : null));
}

/** Hides small numbers of people alone. Safe for nothing that has totals: a test shows how it is broken. */
export function suppressSmallAlone({ streams }: Sums, { threshold }: Protection): Suppressed {
  return streams.map(({ count }) => (count > 0 && count < threshold ? null : count));
}

function smallIn({ streams }: Sums, threshold: number): number[] {
  return [...streams.keys()].filter((stream) => streams[stream]!.count < threshold);
}
