/**
 * Who may know of which service. A service that is given on isolated pathways alone is there only for those who work
 * on one of them; of any other service a viewer reads the pathways that she may know of.
 */
import type { Viewer } from '@stezhka/auth';
import { isIsolated, type Pathway, pathways } from '@stezhka/vocabulary';
import type { Kysely } from 'kysely';
import type { RegistryWall } from '../authorize.js';
import type { CertificationRow, RegistryTables, ServiceRow } from '../rows.js';

/** A service as this viewer may see it. */
export interface SeenService {
  readonly row: ServiceRow;
  /** On which referrals are received now: an isolated one only while the actor is certified for it. */
  readonly pathways: readonly Pathway[];
}

/** What a viewer may see of some actors, by actor id. */
export interface SeenOffers {
  readonly services: readonly SeenService[];
  readonly certifications: readonly CertificationRow[];
}

type Tx = Kysely<RegistryTables>;
type Which = { readonly actorIds: readonly string[] } | { readonly serviceId: string };

export async function readOffers(
  tx: Tx,
  wall: RegistryWall,
  viewer: Viewer,
  which: Which,
  now: Date,
): Promise<SeenOffers> {
  const rows = await serviceRows(tx, which);
  const actorIds = 'actorIds' in which ? which.actorIds : rows.map((row) => row.actor_id);
  if (actorIds.length === 0) return { services: [], certifications: [] };
  const declared = await tx
    .selectFrom('service_pathway')
    .selectAll()
    .where('actor_id', 'in', actorIds)
    .execute();
  const held = await tx
    .selectFrom('certification')
    .selectAll()
    .where('actor_id', 'in', actorIds)
    .where((row) => row.or([row('valid_until', 'is', null), row('valid_until', '>', now)]))
    .orderBy('pathway')
    .execute();
  const mayKnow = ({ actor_id, pathway }: { actor_id: string; pathway: Pathway }) =>
    wall.allows('pathway.read', viewer, { actorId: actor_id, pathway });
  const certifications = held.filter(mayKnow);
  const services = rows.flatMap((row) => {
    const own = declared.filter(({ service_id }) => service_id === row.service_id);
    const subject = { actorId: row.actor_id, pathways: own.map(({ pathway }) => pathway) };
    if (!wall.allows('service.read', viewer, subject)) return [];
    const known = own.filter(mayKnow).map(({ pathway }) => pathway);
    const certified = (pathway: Pathway) =>
      certifications.some((one) => one.actor_id === row.actor_id && one.pathway === pathway);
    const inForce = (pathway: Pathway) => !isIsolated(pathway) || certified(pathway);
    return [
      {
        row: toTheHour(viewer, row),
        pathways: pathways.codes.filter((code) => known.includes(code) && inForce(code)),
      },
    ];
  });
  return { services, certifications };
}

const HOUR_MS = 3_600_000;

/** When an actor last said how much room it has: to the minute it would tell others at which moment it declined whom. */
function toTheHour(viewer: Viewer, row: ServiceRow): ServiceRow {
  if (row.capacity_at === null || row.actor_id === viewer.actorId) return row;
  const moment = row.capacity_at.getTime();
  return { ...row, capacity_at: new Date(moment - (moment % HOUR_MS)) };
}

function serviceRows(tx: Tx, which: Which): Promise<ServiceRow[]> {
  const all = tx.selectFrom('actor_service').selectAll();
  if ('serviceId' in which) return all.where('service_id', '=', which.serviceId).execute();
  if (which.actorIds.length === 0) return Promise.resolve([]);
  return all
    .where('actor_id', 'in', which.actorIds)
    .where('ended_at', 'is', null)
    .orderBy('service')
    .orderBy('service_id')
    .execute();
}
