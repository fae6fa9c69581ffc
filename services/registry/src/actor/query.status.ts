/** How the network stood on a day: read by when things took effect, and if asked by when they were known. */
import type { Viewer } from '@stezhka/auth';
import type { ReadModel } from '@stezhka/read-model';
import type { AccessState, Base, OblastCode, Operations } from '@stezhka/vocabulary';
import { sql } from 'kysely';
import type { RegistryWall } from '../authorize.js';
import { checkPage, type PageRequest } from '../page.js';
import type { RegistryTables, StatusRow } from '../rows.js';

export interface NetworkCount {
  readonly asOf: Date;
  /** Actors admitted by then. */
  readonly actors: number;
  /** Those of them that were operational, at least in part. */
  readonly operational: number;
  /** Those of them whose operations were full. */
  readonly fullyOperational: number;
}

export interface StatusAt {
  readonly operations: Operations | null;
  readonly base: Base | null;
}

export interface AreaAccess {
  readonly oblast: OblastCode;
  readonly access: AccessState;
  readonly effectiveAt: Date;
}

/** Of anything said here: @throws Refusal UNAUTHENTICATED */
export interface StatusQueries {
  statusAt(viewer: Viewer | undefined, actorId: string, asOf: Date): Promise<StatusAt>;
  access(viewer: Viewer | undefined, actorId: string, asOf: Date): Promise<readonly AreaAccess[]>;
  /** All three axes, newest first. */
  history(viewer: Viewer | undefined, actorId: string, page: PageRequest): Promise<readonly StatusRow[]>;
  network(viewer: Viewer | undefined, asOf: Date, asKnownAt?: Date): Promise<NetworkCount>;
}

export function createStatusQueries(deps: {
  readonly readModel: ReadModel<RegistryTables>;
  readonly wall: RegistryWall;
}): StatusQueries {
  const { readModel } = deps;
  const wall: RegistryWall = deps.wall;

  return {
    async statusAt(viewer, actorId, asOf) {
      wall.authorize('actor.read', viewer, undefined);
      return readModel.asViewer(viewer, async (tx) => {
        const said = await tx
          .selectFrom('actor_status_history')
          .select(['operations', 'base'])
          .where('actor_id', '=', actorId)
          .where('effective_at', '<=', asOf)
          .orderBy('effective_at', 'desc')
          .orderBy('position', 'desc')
          .execute();
        return {
          operations: said.find(({ operations }) => operations !== null)?.operations ?? null,
          base: said.find(({ base }) => base !== null)?.base ?? null,
        };
      });
    },

    async access(viewer, actorId, asOf) {
      wall.authorize('actor.read', viewer, undefined);
      const rows = await readModel.asViewer(viewer, (tx) =>
        tx
          .selectFrom('actor_status_history')
          .distinctOn('oblast')
          .select(['oblast', 'access', 'effective_at'])
          .where('actor_id', '=', actorId)
          .where('access', 'is not', null)
          .where('effective_at', '<=', asOf)
          .orderBy('oblast')
          .orderBy('effective_at', 'desc')
          .orderBy('position', 'desc')
          .execute(),
      );
      return rows.map(({ oblast, access, effective_at }) => ({
        oblast: oblast!,
        access: access!,
        effectiveAt: effective_at,
      }));
    },

    async history(viewer, actorId, page) {
      wall.authorize('actor.read', viewer, undefined);
      checkPage(page);
      return readModel.asViewer(viewer, (tx) =>
        tx
          .selectFrom('actor_status_history')
          .selectAll()
          .where('actor_id', '=', actorId)
          .orderBy('effective_at', 'desc')
          .orderBy('position', 'desc')
          .limit(page.first)
          .execute(),
      );
    },

    async network(viewer, asOf, asKnownAt) {
      wall.authorize('actor.read', viewer, undefined);
      const known = asKnownAt ?? null;
      const counted = await readModel.asViewer(viewer, (tx) =>
        sql<{ actors: bigint; operational: bigint; fully_operational: bigint }>`
          select
            (select count(*) from actor where admitted_at <= ${asOf}) as actors,
            count(*) filter (where operations in ('full', 'partial')) as operational,
            count(*) filter (where operations = 'full') as fully_operational
          from (
            select distinct on (actor_id) operations
            from actor_status_history
            where operations is not null and effective_at <= ${asOf}
              and (${known}::timestamptz is null or recorded_at <= ${known}::timestamptz)
            order by actor_id, effective_at desc, position desc
          ) as newest`.execute(tx),
      );
      const { actors, operational, fully_operational } = counted.rows[0]!;
      return {
        asOf,
        actors: Number(actors),
        operational: Number(operational),
        fullyOperational: Number(fully_operational),
      };
    },
  };
}
