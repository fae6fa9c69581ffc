import { isStoreAway } from '@stezhka/event-store';
import { isPassing } from '@stezhka/read-model';

/** Either store is away, the events or the rows: the same may succeed a little later. */
export const isAway = (error: unknown): boolean => isPassing(error) || isStoreAway(error);
