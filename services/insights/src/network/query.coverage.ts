/** Who may see what is covered: everybody who is signed in, for it is what actors publish about themselves. */
import type { Viewer, Wall } from '@stezhka/auth';
import type { ReadModel } from '@stezhka/read-model';
import type { InsightsSubjects } from '../authorize.js';
import { type Asked, type Moments, momentsOf } from '../moments.js';
import type { MonthQueries, ReferralMonth } from '../referral/query.month.js';
import type { InsightsTables } from '../rows.js';
import { type CoverageCell, coverageOf } from './coverage.js';
import { lastWords, saidBy } from './said.js';

export interface Coverage extends Moments {
  readonly cells: readonly CoverageCell[];
  /**
   * The month whose referrals stand beside it: people are counted once a month and never by the hour. Undefined before
   * the first month, and for everybody but coordinators. Read only if it is asked for.
   */
  readonly month: () => Promise<ReferralMonth | undefined>;
}

export interface CoverageQueries {
  /** @throws Refusal UNAUTHENTICATED */
  coverage(viewer: Viewer | undefined, asked: Asked, now: Date): Promise<Coverage>;
}

export function createCoverageQueries(deps: {
  readonly readModel: ReadModel<InsightsTables>;
  readonly wall: Wall<InsightsSubjects>;
  readonly months: MonthQueries;
}): CoverageQueries {
  const { readModel, months } = deps;
  const wall: Wall<InsightsSubjects> = deps.wall;
  const words = lastWords(readModel);
  return {
    async coverage(viewer, asked, now) {
      wall.authorize('coverage.read', viewer, undefined);
      const moments = momentsOf(asked, now);
      const said =
        (await words.at(viewer, moments)) ?? (await readModel.asViewer(viewer, (tx) => saidBy(tx, moments)));
      let month: Promise<ReferralMonth | undefined> | undefined;
      return {
        ...moments,
        cells: coverageOf(said, moments.asOf),
        month() {
          if (!wall.allows('month.read', viewer, undefined)) return Promise.resolve(undefined);
          month ??= months.month(viewer, asked, now);
          return month;
        },
      };
    },
  };
}
