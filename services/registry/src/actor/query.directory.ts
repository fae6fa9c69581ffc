/** The directory: which actors there are, what each offers, and who may know of it. */
import type { Viewer } from '@stezhka/auth';
import type { ReadModel } from '@stezhka/read-model';
import {
  isIsolated,
  type OblastCode,
  type Operations,
  type Pathway,
  type ServiceCode,
} from '@stezhka/vocabulary';
import { type Kysely, type SqlBool, sql } from 'kysely';
import type { RegistryWall } from '../authorize.js';
import { checkPage, type Page, type PageRequest, pageOf } from '../page.js';
import type { ActorRow, CertificationRow, RegistryTables } from '../rows.js';
import type { ActorKind } from './events.js';
import { readOffers, type SeenService } from './query.services.js';

/** What must be true of one and the same service, and of its actor. */
export interface ActorFilter {
  readonly service?: ServiceCode | undefined;
  readonly oblast?: OblastCode | undefined;
  readonly pathway?: Pathway | undefined;
  readonly operations?: Operations | undefined;
  readonly kind?: ActorKind | undefined;
}

/** An actor as this viewer may see it. */
export interface SeenActor {
  readonly row: ActorRow;
  readonly services: readonly SeenService[];
  readonly certifications: readonly CertificationRow[];
}

export interface DirectoryQueries {
  /** Undefined where there is none. @throws Refusal UNAUTHENTICATED */
  actor(viewer: Viewer | undefined, actorId: string, now: Date): Promise<SeenActor | undefined>;
  /** By name. @throws Refusal UNAUTHENTICATED, INVALID_INPUT */
  actors(
    viewer: Viewer | undefined,
    filter: ActorFilter,
    page: PageRequest,
    now: Date,
  ): Promise<Page<SeenActor>>;
  /** An ended service too: past referrals name it. @throws Refusal UNAUTHENTICATED */
  service(viewer: Viewer | undefined, serviceId: string, now: Date): Promise<SeenService | undefined>;
}

type Tx = Kysely<RegistryTables>;

export function createDirectoryQueries(deps: {
  readonly readModel: ReadModel<RegistryTables>;
  readonly wall: RegistryWall;
}): DirectoryQueries {
  const { readModel } = deps;
  const wall: RegistryWall = deps.wall;

  async function seen(tx: Tx, viewer: Viewer, rows: readonly ActorRow[], now: Date): Promise<SeenActor[]> {
    const actorIds = rows.map(({ actor_id }) => actor_id);
    const offers = await readOffers(tx, wall, viewer, { actorIds }, now);
    return rows.map((row) => ({
      row,
      services: offers.services.filter((service) => service.row.actor_id === row.actor_id),
      certifications: offers.certifications.filter(({ actor_id }) => actor_id === row.actor_id),
    }));
  }

  return {
    async actor(viewer, actorId, now) {
      wall.authorize('actor.read', viewer, undefined);
      return readModel.asViewer(viewer, async (tx) => {
        const rows = await tx.selectFrom('actor').selectAll().where('actor_id', '=', actorId).execute();
        return (await seen(tx, viewer, rows, now))[0];
      });
    },

    async actors(viewer, filter, page, now) {
      wall.authorize('actor.read', viewer, undefined);
      checkPage(page);
      return readModel.asViewer(viewer, async (tx) => {
        const actors = await seen(tx, viewer, await matching(tx, filter, page, now), now);
        // A filter must not tell what the list does not show, nor whether there is more of it.
        const shown = actors.filter((actor) => matches(actor, filter));
        return pageOf(shown, page.first, ({ row }) => row.actor_id);
      });
    },

    async service(viewer, serviceId, now) {
      wall.authorize('actor.read', viewer, undefined);
      return readModel.asViewer(viewer, async (tx) => {
        const { services } = await readOffers(tx, wall, viewer, { serviceId }, now);
        return services[0];
      });
    },
  };
}

function matching(
  tx: Tx,
  filter: ActorFilter,
  { first, after }: PageRequest,
  now: Date,
): Promise<ActorRow[]> {
  let query = tx
    .selectFrom('actor')
    .selectAll()
    .orderBy('name_uk')
    .orderBy('actor_id')
    .limit(first + 1);
  if (filter.kind) query = query.where('kind', '=', filter.kind);
  if (filter.operations) query = query.where('operations', '=', filter.operations);
  if (asksForService(filter)) query = query.where(({ exists }) => exists(serviceMatching(tx, filter, now)));
  if (after !== undefined)
    query = query.where(
      sql<SqlBool>`(name_uk, actor_id) > (select a.name_uk, a.actor_id from actor a where a.actor_id = ${after})`,
    );
  return query.execute();
}

function serviceMatching(tx: Tx, { service, oblast, pathway }: ActorFilter, now: Date) {
  let query = tx
    .selectFrom('actor_service')
    .select('actor_service.service_id')
    .whereRef('actor_service.actor_id', '=', 'actor.actor_id' as never)
    .where('ended_at', 'is', null);
  if (service) query = query.where('service', '=', service);
  if (oblast) query = query.where(sql<SqlBool>`${oblast} = any(oblasts)`);
  if (pathway)
    query = query.where(
      sql<SqlBool>`exists (
        select from service_pathway p
        where p.service_id = actor_service.service_id and p.pathway = ${pathway}
          and (${!isIsolated(pathway)} or exists (
            select from certification c where c.actor_id = p.actor_id and c.pathway = p.pathway
              and (c.valid_until is null or c.valid_until > ${now}))))`,
    );
  return query;
}

const asksForService = ({ service, oblast, pathway }: ActorFilter) => Boolean(service ?? oblast ?? pathway);

function matches(actor: SeenActor, filter: ActorFilter): boolean {
  const { service, oblast, pathway } = filter;
  if (!asksForService(filter)) return true;
  return actor.services.some(
    ({ row, pathways }) =>
      (!service || row.service === service) &&
      (!oblast || row.oblasts.includes(oblast)) &&
      (!pathway || pathways.includes(pathway)),
  );
}
