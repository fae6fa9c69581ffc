/** Who may see what is covered: everybody who is signed in, for it is what actors publish about themselves. */
import type { Viewer, Wall } from '@stezhka/auth';
import type { ReadModel } from '@stezhka/read-model';
import type { Transaction } from 'kysely';
import type { InsightsSubjects } from '../authorize.js';
import { type Asked, type Moments, momentsOf } from '../moments.js';
import type { MonthQueries, ReferralMonth } from '../referral/query.month.js';
import type { InsightsTables } from '../rows.js';
import { type CoverageCell, coverageOf, type Said } from './coverage.js';

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
  return {
    async coverage(viewer, asked, now) {
      wall.authorize('coverage.read', viewer, undefined);
      const moments = momentsOf(asked, now);
      const said = await readModel.asViewer(viewer, (tx) => saidBy(tx, moments));
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

/** The newest statement of each that held at `asOf` and had been recorded by `asKnownAt`. */
async function saidBy(tx: Transaction<InsightsTables>, moments: Moments): Promise<Said> {
  return { actors: await actorsSaid(tx, moments), services: await servicesSaid(tx, moments) };
}

/** Of each actor how far it is operational, and how far it can reach each oblast that it spoke of. */
function actorsSaid(tx: Transaction<InsightsTables>, { asOf, asKnownAt }: Moments): Promise<Said['actors']> {
  return tx
    .selectFrom('actor_said')
    .distinctOn(['actor_id', 'oblast'])
    .select(['actor_id', 'operations', 'access', 'oblast'])
    .where('effective_at', '<=', asOf)
    .where('recorded_at', '<=', asKnownAt)
    .orderBy('actor_id')
    .orderBy('oblast')
    .orderBy('effective_at', 'desc')
    .orderBy('position', 'desc')
    .execute();
}

/** One look into the index for the room of each service: what all of them have said over the years is not read. */
function servicesSaid(
  tx: Transaction<InsightsTables>,
  { asOf, asKnownAt }: Moments,
): Promise<Said['services']> {
  const services = tx
    .selectFrom('service_said')
    .distinctOn('service_id')
    .select(['service_id', 'actor_id', 'service', 'oblasts', 'listed'])
    .where('effective_at', '<=', asOf)
    .where('recorded_at', '<=', asKnownAt)
    .orderBy('service_id')
    .orderBy('effective_at', 'desc')
    .orderBy('position', 'desc')
    .as('offered');
  return tx
    .selectFrom(services)
    .leftJoinLateral(
      (row) =>
        row
          .selectFrom('capacity_said')
          .select(['capacity', 'available', 'occurred_at'])
          .whereRef('capacity_said.service_id', '=', 'offered.service_id')
          .where('occurred_at', '<=', asOf)
          .where('recorded_at', '<=', asKnownAt)
          .orderBy('occurred_at', 'desc')
          .orderBy('position', 'desc')
          .limit(1)
          .as('room'),
      (join) => join.onTrue(),
    )
    .select(['actor_id', 'service', 'oblasts', 'capacity', 'available', 'occurred_at'])
    .where('listed', '=', true)
    .execute();
}
