/** Who may see what is covered: everybody who is signed in, for it is what actors publish about themselves. */
import type { Viewer, Wall } from '@stezhka/auth';
import type { ReadModel } from '@stezhka/read-model';
import { sql, type Transaction } from 'kysely';
import type { InsightsSubjects } from '../authorize.js';
import { type Asked, type Moments, momentsOf } from '../moments.js';
import type { MonthQueries, ReferralMonth } from '../referral/query.month.js';
import type { CapacitySaidRow, InsightsTables, ServiceSaidRow } from '../rows.js';
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
async function saidBy(tx: Transaction<InsightsTables>, { asOf, asKnownAt }: Moments): Promise<Said> {
  const ofActors = tx
    .selectFrom('actor_said')
    .selectAll()
    .where('effective_at', '<=', asOf)
    .where('recorded_at', '<=', asKnownAt)
    .orderBy('effective_at', 'desc')
    .orderBy('position', 'desc');
  const said = await ofActors.execute();
  const services = await tx
    .selectFrom('service_said')
    .distinctOn('service_id')
    .selectAll()
    .where('effective_at', '<=', asOf)
    .where('recorded_at', '<=', asKnownAt)
    .orderBy('service_id')
    .orderBy('effective_at', 'desc')
    .orderBy('position', 'desc')
    .execute();
  const listed = services.filter((service) => service.listed);
  return {
    operations: firstOfEach(
      said.filter(({ operations }) => operations !== null),
      ({ actor_id }) => actor_id,
    ),
    access: firstOfEach(
      said.filter(({ access }) => access !== null),
      ({ actor_id, oblast }) => `${actor_id} ${oblast}`,
    ),
    services: listed,
    capacity: await newestCapacity(tx, listed, { asOf, asKnownAt }),
  };
}

/** One look into the index for each service: what all of them have said over the years is not read. */
function newestCapacity(
  tx: Transaction<InsightsTables>,
  services: readonly Pick<ServiceSaidRow, 'service_id'>[],
  { asOf, asKnownAt }: Moments,
): Promise<CapacitySaidRow[]> {
  const ids = services.map(({ service_id }) => service_id);
  return tx
    .selectFrom(sql<{ service_id: string }>`unnest(${ids}::text[])`.as<'listed'>(sql`listed(service_id)`))
    .innerJoinLateral(
      (row) =>
        row
          .selectFrom('capacity_said')
          .selectAll()
          .whereRef('capacity_said.service_id', '=', 'listed.service_id')
          .where('occurred_at', '<=', asOf)
          .where('recorded_at', '<=', asKnownAt)
          .orderBy('occurred_at', 'desc')
          .orderBy('position', 'desc')
          .limit(1)
          .as('newest'),
      (join) => join.onTrue(),
    )
    .selectAll('newest')
    .execute();
}

function firstOfEach<Row>(rows: readonly Row[], key: (row: Row) => string): Row[] {
  const seen = new Set<string>();
  return rows.filter((row) => !seen.has(key(row)) && seen.add(key(row)));
}
