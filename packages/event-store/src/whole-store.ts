/** The whole store as its followers see it, and how they wait for a server that went away. */
import { setTimeout as pause } from 'node:timers/promises';
import type { AllStreamResolvedEvent } from '@eventstore/db-client';
import type { RecordedEvent } from './events.js';
import type { Source } from './read-until.js';

/** An event as the client hands it over. */
export type Stored = NonNullable<AllStreamResolvedEvent['event']>;

export interface WholeStore {
  /** Follows it from behind a position, or from the beginning. */
  open(after: bigint | undefined): Source<AllStreamResolvedEvent>;
  /** Where it ends now. */
  head(): Promise<bigint | undefined>;
  /** @throws what an upcaster throws */
  recorded(event: Stored): RecordedEvent;
}

const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 2_000;

/** Waits before each new try: longer each time, from the beginning again whenever something was read in between. */
export function createPauses(signal: AbortSignal): { next(isGettingOn: boolean): Promise<void> } {
  let wait = FIRST_PAUSE_MS;
  return {
    async next(isGettingOn) {
      wait = isGettingOn ? FIRST_PAUSE_MS : Math.min(wait * 2, LONGEST_PAUSE_MS);
      await pause(wait, undefined, { signal }).catch(() => undefined);
    },
  };
}
