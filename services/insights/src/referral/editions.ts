/**
 * A month is counted once. It has one edition, which never changes: what had happened by one fixed moment, as known at
 * another. So no two answers speak of the same people, and there is nothing to take a difference of.
 */

export interface EditionPolicy {
  /** Rises by one with each policy; never reused. */
  readonly version: number;
  readonly source: string;
  /** First day of validity, ISO 8601 date in UTC. */
  readonly effectiveFrom: string;
  /** Days after the month's end until which answers count: the longest clock has run out by then. */
  readonly answersForDays: number;
  /** Days after the month's end until which may be typed in what had happened. */
  readonly typedInForDays: number;
}

/** All policies that ever held, oldest first. */
export const editionPolicies: readonly [EditionPolicy, ...EditionPolicy[]] = [
  { version: 1, source: 'proposal', effectiveFrom: '2022-01-01', answersForDays: 15, typedInForDays: 17 },
];

export interface Edition {
  /** `2026-03`. */
  readonly month: string;
  /** When the month was over, in UTC. */
  readonly endsAt: Date;
  /** What had happened by then. */
  readonly asOf: Date;
  /** What had been recorded by then. */
  readonly asKnownAt: Date;
}

const DAY_MS = 86_400_000;

/**
 * The newest edition that speaks of nothing later than `asOf` and was complete at `asKnownAt`; none before the first
 * policy.
 */
export function newestEdition(asOf: Date, asKnownAt: Date): Edition | undefined {
  const bound = asOf < asKnownAt ? asOf : asKnownAt;
  const [{ effectiveFrom }] = editionPolicies;
  for (let back = 0; ; back += 1) {
    const startsAt = new Date(Date.UTC(bound.getUTCFullYear(), bound.getUTCMonth() - back));
    if (startsAt < new Date(effectiveFrom)) return undefined;
    const edition = editionOf(bound.getUTCFullYear(), bound.getUTCMonth() - back);
    if (edition.asOf <= asOf && edition.asKnownAt <= asKnownAt) return edition;
  }
}

/** The edition of the month before. */
export function editionBefore({ month }: Edition): Edition {
  const [year, number] = month.split('-').map(Number);
  return editionOf(year!, number! - 2);
}

/** `month` from 0, and beyond either end of the year. */
function editionOf(year: number, month: number): Edition {
  const startsAt = new Date(Date.UTC(year, month));
  const endsAt = new Date(Date.UTC(year, month + 1));
  const { answersForDays, typedInForDays } = policyOf(startsAt);
  const later = (days: number) => new Date(endsAt.getTime() + days * DAY_MS);
  return {
    month: startsAt.toISOString().slice(0, 7),
    endsAt,
    asOf: later(answersForDays),
    asKnownAt: later(typedInForDays),
  };
}

function policyOf(startsAt: Date): EditionPolicy {
  const inForce = (policy: EditionPolicy) => Date.parse(policy.effectiveFrom) <= startsAt.getTime();
  return editionPolicies.findLast(inForce) ?? editionPolicies[0];
}
