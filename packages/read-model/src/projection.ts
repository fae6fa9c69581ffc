/** How what happened will be looked at: events in, rows out, in the store's order. */
import type { RecordedEvent } from '@stezhka/event-store';
import type { Transaction } from 'kysely';
import type { BaseTables } from './base-migrations.js';

export interface Projection<DB> {
  /** Lower-case words joined by dots or dashes; names the checkpoint for ever. */
  readonly name: string;
  /** Only events of streams whose name starts with one of these are projected. */
  readonly prefixes: readonly string[];
  /** Of these streams only events of these types; all if absent. The others are passed over as those of other streams are. */
  readonly types?: readonly string[];
  /** The tables that a rebuild empties: this projection's alone. */
  readonly tables: readonly (keyof DB & string)[];
  /**
   * What must not be passed over (a withdrawal, a disabled user): the projection stops at an event that it cannot
   * project, and its readiness with it. Otherwise the event's stream is parked and the others go on.
   */
  readonly failClosed?: boolean;
  /** Writes rows from the event alone, so that a rebuild gives the same ones: no clock, no randomness. */
  project(tx: Transaction<DB & BaseTables>, event: RecordedEvent): Promise<void>;
}
