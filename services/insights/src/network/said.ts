/**
 * What actors said, read for a moment. Mostly that is now, when the last word of each holds. Any past day is looked up
 * in all that was ever said.
 */
import type { ReadModel, SessionViewer } from '@stezhka/read-model';
import { sql, type Transaction } from 'kysely';
import type { Moments } from '../moments.js';
import type { InsightsTables } from '../rows.js';
import type { Said } from './coverage.js';

type Tx = Transaction<InsightsTables>;

/** All of it in one piece: to read a row for each service would take longer than to find them. */
interface SaidAtLast {
  readonly version: string | null;
  readonly holds: boolean;
  readonly actors: Said['actors'];
  readonly services: readonly (Omit<Said['services'][number], 'occurred_at'> & {
    readonly occurred_at: string | null;
  })[];
}

/**
 * Where the store has the last statement, and in which rows: a rebuild begins new ones, and may put down what was passed
 * over before. Null if nothing was said, or nothing for whoever asks.
 */
const lastVersion = sql<string | null>`pg_relation_filenode('actor_said') || '.' || greatest(
  (select max(position) from actor_said),
  (select max(position) from service_said),
  (select max(position) from capacity_said)
)`;

export interface LastWords {
  /** The last word of each; undefined where one of them is only of a later moment, or was recorded later. */
  at(viewer: SessionViewer, moments: Moments): Promise<Said | undefined>;
}

/**
 * What has once come true stays so until something else is said, and so it is kept, for all who may see that anything
 * was said at all. It is what actors published.
 */
export function lastWords(readModel: ReadModel<InsightsTables>): LastWords {
  let kept: (Moments & { readonly version: string; readonly said: Said }) | undefined;

  const keptFor = async (viewer: SessionViewer, { asOf, asKnownAt }: Moments): Promise<Said | undefined> => {
    if (!kept || asOf < kept.asOf || asKnownAt < kept.asKnownAt) return undefined;
    const before = kept;
    const [row] = await readModel.askAsViewer(
      viewer,
      () => sql<{ version: string | null }>`select ${lastVersion} as version`,
    );
    return row?.version === before.version ? before.said : undefined;
  };

  return {
    async at(viewer, moments) {
      const before = await keptFor(viewer, moments);
      if (before) return before;
      const [row] = await readModel.askAsViewer(viewer, () => saidAtLast(moments));
      if (!row?.holds) return undefined;
      const { version, actors, services } = row;
      const said = {
        actors,
        services: services.map((one) => ({
          ...one,
          occurred_at: one.occurred_at === null ? null : new Date(one.occurred_at),
        })),
      };
      if (version !== null) kept = { ...moments, version, said };
      return said;
    },
  };
}

const saidAtLast = ({ asOf, asKnownAt }: Moments) => sql<SaidAtLast>`
    with actors as (
      select actor_id, operations, access, oblast,
        effective_at <= ${asOf} and recorded_at <= ${asKnownAt} as holds
      from actor_said where newest
    ), services as (
      select actor_id, service, oblasts, listed, capacity, available, occurred_at,
        effective_at <= ${asOf} and service_said.recorded_at <= ${asKnownAt}
          and coalesce(occurred_at <= ${asOf} and capacity_said.recorded_at <= ${asKnownAt}, true) as holds
      from service_said left join capacity_said
        on capacity_said.service_id = service_said.service_id and capacity_said.newest
      where service_said.newest
    )
    select
      ${lastVersion} as version,
      not exists (select from actors where not holds) and not exists (select from services where not holds) as holds,
      (select coalesce(json_agg(actors), '[]') from actors) as actors,
      (select coalesce(json_agg(services), '[]') from services where listed) as services`;

/** The last statement of each that held at `asOf` and had been recorded by `asKnownAt`. */
export async function saidBy(tx: Tx, moments: Moments): Promise<Said> {
  return { actors: await actorsSaid(tx, moments), services: await servicesSaid(tx, moments) };
}

/** Of each actor how far it is operational, and how far it can reach each oblast that it spoke of. */
function actorsSaid(tx: Tx, { asOf, asKnownAt }: Moments): Promise<Said['actors']> {
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
function servicesSaid(tx: Tx, { asOf, asKnownAt }: Moments): Promise<Said['services']> {
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
