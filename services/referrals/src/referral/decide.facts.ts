/** What is looked up before a referral is decided on: who asks, whose household it is, what the directory says. */
import type { Viewer } from '@stezhka/auth';
import type { DataClass, Pathway, RoutingDetail } from '@stezhka/vocabulary';
import type { Unsuitable } from '../directory/suitability.js';
import type { First } from '../next/first.js';

/** The service that was chosen, and what speaks against it. */
export interface CandidateFacts {
  readonly actorId: string;
  readonly serviceId: string;
  readonly neededClasses: readonly DataClass[];
  readonly unsuitable: readonly Unsuitable[];
  /** What the service filters on. */
  readonly filters: readonly RoutingDetail[];
}

/** The referral that a prepared one is to follow. */
export interface FirstFacts {
  readonly standing: First;
  /** Absent until it was sent. */
  readonly recipientActorId?: string;
}

export interface Facts {
  /** Nobody where a workflow asks. */
  readonly by?: Viewer;
  /** The household as consent's own stream has it; absent if there is none. */
  readonly household?: {
    readonly actorId: string;
    readonly pathway: Pathway;
    readonly memberIds: readonly string[];
  };
  /** The referral that a new one says it continues; absent if there is none. */
  readonly continued?: { readonly senderActorId: string; readonly householdId: string };
  /** The permit that was given has ended meanwhile. */
  readonly permitEnded?: boolean;
  /** Whether those who are not to be asked are actors at all. */
  readonly excludedKnown?: boolean;
  readonly candidate?: CandidateFacts;
  /** What comes before the referral that is decided on, if it continues one. */
  readonly first?: FirstFacts;
  /** The place after it is taken by another that is prepared. */
  readonly anotherPrepared?: boolean;
}
