/** Who may see a month in numbers: coordinators. What is read row by row leaves only as suppressed counts. */
import type { Viewer, Wall } from '@stezhka/auth';
import type { ReadModel } from '@stezhka/read-model';
import type { Transaction } from 'kysely';
import type { InsightsSubjects } from '../authorize.js';
import { type Asked, momentsOf } from '../moments.js';
import type { InsightsTables } from '../rows.js';
import { suppressionPolicyAt } from '../suppression/index.js';
import { type Edition, editionBefore, newestEdition } from './editions.js';
import { type MonthInNumbers, monthOf } from './month.js';

export interface ReferralMonth extends MonthInNumbers, Omit<Edition, 'endsAt'> {
  /** The smallest count of people that is shown. */
  readonly threshold: number;
}

export interface MonthQueries {
  /**
   * The newest month that was complete at these moments; undefined before the first that was counted.
   * @throws Refusal UNAUTHENTICATED, NOT_FOUND
   */
  month(viewer: Viewer | undefined, asked: Asked, now: Date): Promise<ReferralMonth | undefined>;
}

export function createMonthQueries(deps: {
  readonly readModel: ReadModel<InsightsTables>;
  readonly wall: Wall<InsightsSubjects>;
}): MonthQueries {
  const { readModel } = deps;
  const wall: Wall<InsightsSubjects> = deps.wall;
  return {
    async month(viewer, asked, now) {
      wall.authorize('month.read', viewer, undefined);
      const { asOf, asKnownAt } = momentsOf(asked, now);
      const edition = newestEdition(asOf, asKnownAt);
      if (!edition) return undefined;
      const { referrals, steps } = await readModel.asViewer(viewer, (tx) => countedIn(tx, edition));
      const policy = suppressionPolicyAt(edition.asOf);
      const { endsAt: _, ...told } = edition;
      return { ...told, threshold: policy.threshold, ...monthOf(referrals, steps, policy) };
    },
  };
}

/**
 * What the month could know of and the month before could not. So whoever was typed in too late for her own month is
 * counted in the next, everybody is counted once, and no two months share anybody.
 */
async function countedIn(tx: Transaction<InsightsTables>, edition: Edition) {
  const before = editionBefore(edition);
  const referrals = await tx
    .selectFrom('sent_referral')
    .select(['referral_id', 'oblast', 'service', 'sent_at', 'acknowledge_by', 'decide_by'])
    .where('sent_at', '<', edition.endsAt)
    .where('recorded_at', '<=', edition.asKnownAt)
    .where((row) => row.or([row('sent_at', '>=', before.endsAt), row('recorded_at', '>', before.asKnownAt)]))
    .execute();
  const steps = await tx
    .selectFrom('referral_step')
    .innerJoin('sent_referral', 'sent_referral.referral_id', 'referral_step.referral_id')
    .select(['referral_step.referral_id', 'referral_step.step', 'referral_step.occurred_at'])
    .where('sent_at', '<', edition.endsAt)
    .where('referral_step.occurred_at', '<=', edition.asOf)
    .where('referral_step.recorded_at', '<=', edition.asKnownAt)
    .where('sent_referral.recorded_at', '<=', edition.asKnownAt)
    .where((row) =>
      row.or([row('sent_at', '>=', before.endsAt), row('sent_referral.recorded_at', '>', before.asKnownAt)]),
    )
    .orderBy('referral_step.position')
    .execute();
  return { referrals, steps };
}
