/** What a Read call asks for, once understood: a stream or the whole store, a stretch of it or without end. */
import type { Direction } from '../storage/event-reader.js';
import type { FilterRequest } from './event-filter.js';

/** Where to begin; a number is a revision in a stream, a position in the whole store. */
export type ReadStart = 'start' | 'end' | number;

export interface ReadPlan {
  /** Absent: all streams. */
  readonly stream: string | undefined;
  readonly start: ReadStart;
  readonly direction: Direction;
  /** At most this many events are delivered. */
  readonly limit: number;
  /** A subscription: goes on with what is yet to come. Its start is left out, a read's is not. */
  readonly live: boolean;
  readonly filter: PlannedFilter | undefined;
}

export interface PlannedFilter {
  readonly request: FilterRequest;
  /** Events looked at between two checkpoints. */
  readonly interval: number;
}
