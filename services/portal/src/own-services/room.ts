/** How much room a service has, as it is typed: from what was last said, to what is sent, with what is missing between. */
import type { CapacityState } from '@stezhka/vocabulary';
import type { OwnServiceFragment, ReportCapacityInput } from '../graph/generated/graphql.js';
import type { FieldFault } from '../ui/error-summary.js';

type Capacity = OwnServiceFragment['capacity'];
type Told = Pick<ReportCapacityInput, 'capacity' | 'available' | 'maximum'>;

export interface Room {
  readonly state: CapacityState | undefined;
  /** Numbers as they are typed; empty where places are not counted. */
  readonly available: string;
  readonly maximum: string;
}

const MOST = 100_000;

/** What is known of it can be said again as it is. */
export const isKnown = ({ state }: Capacity): boolean => state !== 'unknown';

/** What was last said and still holds; of what no longer does, how many places there are at all. */
export function roomOf(capacity: Capacity): Room {
  return {
    state: isKnown(capacity) ? capacity.state : undefined,
    available: typed(capacity.available),
    maximum: typed(capacity.maximum),
  };
}

/** @param of begins the ids of the form's fields */
export function missingIn({ state, available, maximum }: Room, of: string): readonly FieldFault[] {
  const faults: FieldFault[] = [];
  const wrong = (field: string, message: string) => faults.push({ field: `${of}-${field}`, message });
  if (state === undefined) wrong('state', 'services.errors.state');
  const [free, all] = [countOf(available), countOf(maximum)];
  if (state !== 'no-capacity') {
    if (free === 'wrong') wrong('available', 'services.errors.number');
    else if (state === 'capacity' && free === 0) wrong('available', 'services.errors.none');
    else if (free !== undefined && typeof all === 'number' && free > all)
      wrong('available', 'services.errors.more');
  }
  if (all === 'wrong') wrong('maximum', 'services.errors.number');
  return faults;
}

/** Of a room in which nothing is missing. */
export function told({ state, available, maximum }: Room): Told {
  const [free, all] = [state === 'no-capacity' ? 0 : countOf(available), countOf(maximum)];
  return {
    capacity: state!,
    ...(typeof free === 'number' ? { available: free } : {}),
    ...(typeof all === 'number' ? { maximum: all } : {}),
  };
}

const typed = (count: number | null | undefined): string => (typeof count === 'number' ? String(count) : '');

/** Undefined: not counted. */
function countOf(text: string): number | 'wrong' | undefined {
  const written = text.trim();
  if (written === '') return undefined;
  return /^\d{1,6}$/.test(written) && Number(written) <= MOST ? Number(written) : 'wrong';
}
