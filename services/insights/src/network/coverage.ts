/** From what actors said to what is covered: oblast by oblast, service by service, always all of them. */
import { capacityAt, type OblastCode, oblasts, type ServiceCode } from '@stezhka/vocabulary';
import { mappedServices } from '../on-the-map.js';
import type { ActorSaidRow, CapacitySaidRow, ServiceSaidRow } from '../rows.js';

/** Actors, services and places: never people, and never hidden. */
export interface CoverageCell {
  readonly oblast: OblastCode;
  readonly service: ServiceCode;
  /** Actors that are operational, if only in part, can reach the oblast, and offer the service there. */
  readonly operational: number;
  /** Of these actors' services: those that said, and recently enough, that they have room. */
  readonly open: number;
  /** Free places of those, as far as they count places. */
  readonly places: number;
  /** Those that never said how much room they have, or too long ago. */
  readonly stale: number;
  /** Nobody is operational and open. */
  readonly gap: boolean;
}

/** What held at a moment: one statement for each actor, oblast or service. */
export interface Said {
  readonly operations: readonly Pick<ActorSaidRow, 'actor_id' | 'operations'>[];
  readonly access: readonly Pick<ActorSaidRow, 'actor_id' | 'oblast' | 'access'>[];
  readonly services: readonly Pick<ServiceSaidRow, 'service_id' | 'actor_id' | 'service' | 'oblasts'>[];
  readonly capacity: readonly Pick<
    CapacitySaidRow,
    'service_id' | 'capacity' | 'available' | 'occurred_at'
  >[];
}

export function coverageOf(said: Said, asOf: Date): CoverageCell[] {
  const working = new Set(
    said.operations
      .filter(({ operations }) => operations === 'full' || operations === 'partial')
      .map(({ actor_id }) => actor_id),
  );
  const cutOff = new Set(
    said.access.filter(({ access }) => access === 'none').map((row) => `${row.actor_id} ${row.oblast}`),
  );
  const roomOf = new Map(said.capacity.map((row) => [row.service_id, row]));
  const offered = new Map<string, Offered[]>();
  for (const { service_id, actor_id, service, oblasts: served } of said.services) {
    if (!working.has(actor_id)) continue;
    const room = roomAt(roomOf.get(service_id), asOf);
    for (const oblast of new Set(served)) {
      if (cutOff.has(`${actor_id} ${oblast}`)) continue;
      const cell = `${oblast} ${service}`;
      offered.set(cell, [...(offered.get(cell) ?? []), { actor_id, room }]);
    }
  }
  return oblasts.codes.flatMap((oblast) =>
    mappedServices.map((service) => cellOf(oblast, service, offered.get(`${oblast} ${service}`) ?? [])),
  );
}

/** A service that can be had in an oblast. */
interface Offered {
  readonly actor_id: string;
  readonly room: Room;
}

function cellOf(oblast: OblastCode, service: ServiceCode, offered: readonly Offered[]): CoverageCell {
  const rooms = offered.map(({ room }) => room);
  const open = rooms.filter(isOpen);
  return {
    oblast,
    service,
    operational: new Set(offered.map(({ actor_id }) => actor_id)).size,
    open: open.length,
    places: open.reduce((sum, { available }) => sum + (available ?? 0), 0),
    stale: rooms.filter(({ stale }) => stale).length,
    gap: open.length === 0,
  };
}

type Room = ReturnType<typeof capacityAt>;

/** A waiting list is no room; to be assessed first may be. */
const isOpen = ({ state }: Room) => state === 'capacity' || state === 'additional-assessment-required';

function roomAt(row: Said['capacity'][number] | undefined, asOf: Date): Room {
  const { capacity: state = null, available = null, occurred_at: updatedAt = null } = row ?? {};
  return capacityAt({ state, available, maximum: null, updatedAt }, asOf);
}
