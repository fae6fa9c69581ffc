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
  /** Of an actor as a whole how far it is operational, of an actor in an oblast how far it can reach it. */
  readonly actors: readonly Pick<ActorSaidRow, 'actor_id' | 'operations' | 'access' | 'oblast'>[];
  readonly services: readonly (Pick<ServiceSaidRow, 'actor_id' | 'service' | 'oblasts'> & Room)[];
}

/** What a service said of its room; nulls where it never did. */
type Room = { readonly [Key in keyof SaidOfRoom]: SaidOfRoom[Key] | null };
type SaidOfRoom = Pick<CapacitySaidRow, 'capacity' | 'available' | 'occurred_at'>;

export function coverageOf({ actors, services }: Said, asOf: Date): CoverageCell[] {
  const working = new Set(
    actors
      .filter(({ operations }) => operations === 'full' || operations === 'partial')
      .map(({ actor_id }) => actor_id),
  );
  const cutOff = new Set(
    actors.filter(({ access }) => access === 'none').map((row) => `${row.actor_id} ${row.oblast}`),
  );
  const offered = new Map<OblastCode, Map<ServiceCode, Offered[]>>(
    oblasts.codes.map((oblast) => [oblast, new Map()]),
  );
  for (const said of services) {
    const { actor_id, service } = said;
    if (!working.has(actor_id)) continue;
    const room = roomAt(said, asOf);
    for (const oblast of new Set(said.oblasts)) {
      if (cutOff.has(`${actor_id} ${oblast}`)) continue;
      const inOblast = offered.get(oblast);
      const there = inOblast?.get(service);
      if (there) there.push({ actor_id, room });
      else inOblast?.set(service, [{ actor_id, room }]);
    }
  }
  const cells: CoverageCell[] = [];
  for (const [oblast, inOblast] of offered)
    for (const service of mappedServices) cells.push({ oblast, service, ...countsOf(inOblast.get(service)) });
  return cells;
}

/** A service that can be had in an oblast. */
interface Offered {
  readonly actor_id: string;
  readonly room: RoomThen;
}

type Counts = Omit<CoverageCell, 'oblast' | 'service'>;

/** Most services are offered in few oblasts. */
const nobody: Counts = { operational: 0, open: 0, places: 0, stale: 0, gap: true };

function countsOf(offered: readonly Offered[] | undefined): Counts {
  if (!offered) return nobody;
  const rooms = offered.map(({ room }) => room);
  const open = rooms.filter(isOpen);
  return {
    operational: new Set(offered.map(({ actor_id }) => actor_id)).size,
    open: open.length,
    places: open.reduce((sum, { available }) => sum + (available ?? 0), 0),
    stale: rooms.filter(({ stale }) => stale).length,
    gap: open.length === 0,
  };
}

type RoomThen = ReturnType<typeof capacityAt>;

/** A waiting list is no room; to be assessed first may be. */
const isOpen = ({ state }: RoomThen) => state === 'capacity' || state === 'additional-assessment-required';

function roomAt({ capacity: state, available, occurred_at: updatedAt }: Room, asOf: Date): RoomThen {
  return capacityAt({ state, available, maximum: null, updatedAt }, asOf);
}
