/** How long answers took, against the time that they had. */

import type { Step } from '../rows.js';
import type { Told } from '../suppression/index.js';
import type { Counted, CountedStep } from './month.js';

/** In percent of the clock, 100 being its end; rounded up to fives, so that no one referral is told by its minutes. */
export interface Times {
  readonly median: number;
  readonly p90: number;
}

const STEP_PERCENT = 5;

/** Null unless the number of those whose times they are is told, and is not none. */
export function timesOf(
  told: Told,
  referrals: readonly (Counted & { readonly steps: readonly CountedStep[] })[],
  clock: 'acknowledge_by' | 'decide_by',
  stoppedBy: readonly Step[],
): Times | null {
  if (told === null || told === 0) return null;
  const shares = referrals
    .flatMap((referral) => {
      const stopped = referral.steps.find(({ step }) => stoppedBy.includes(step));
      return stopped ? [shareOf(referral, clock, stopped.occurred_at)] : [];
    })
    .sort((a, b) => a - b);
  return { median: quantile(shares, 0.5), p90: quantile(shares, 0.9) };
}

function shareOf(referral: Counted, clock: 'acknowledge_by' | 'decide_by', stoppedAt: Date): number {
  const sentAt = referral.sent_at.getTime();
  return ((stoppedAt.getTime() - sentAt) / (referral[clock].getTime() - sentAt)) * 100;
}

/** Nearest rank: a time that somebody waited, not one between two. */
function quantile(sorted: readonly number[], share: number): number {
  const value = sorted[Math.ceil(sorted.length * share) - 1]!;
  return Math.ceil(value / STEP_PERCENT) * STEP_PERCENT;
}
