/**
 * Is it the next one's turn? Only where nobody has to think: on the general pathway, after silence or after a decline
 * whose reason is the actor's own. Consent is asked then as for any offer; nothing here shares anything.
 */
import { isIsolated, type PreparationEnding } from '@stezhka/vocabulary';
import type { CandidateFacts, FirstFacts } from '../referral/decide.facts.js';
import type { ReferralEvent } from '../referral/events.js';
import type { Referral } from '../referral/evolve.js';

type Prepared = Extract<Referral, { phase: 'prepared' }>;

export interface Look {
  readonly first: FirstFacts | undefined;
  /** The prepared service as the directory has it now; undefined if it is gone. */
  readonly candidate: CandidateFacts | undefined;
  /** The place after the first one is another's. */
  readonly another: boolean;
  /** ISO 8601. */
  readonly at: string;
  readonly newOfferId: () => string;
}

export function lookAtFirst(referral: Prepared, look: Look): ReferralEvent[] {
  const { first, candidate, another, at } = look;
  const ending = another ? 'another_prepared' : endingAfter(first);
  if (ending === 'none yet') return [];
  if (ending !== 'its turn') return [preparationEnded(referral, ending, { occurredAt: at })];
  // Between the preparing and now the service may have ended, filled up for these people, or lost its footing.
  const isSuitable =
    candidate !== undefined &&
    candidate.actorId === referral.prepared.recipientActorId &&
    candidate.unsuitable.length === 0 &&
    candidate.neededClasses.every((needed) => referral.prepared.dataClasses.includes(needed));
  if (!isSuitable || isIsolated(referral.terms.pathway))
    return [preparationEnded(referral, 'not_suitable', { occurredAt: at })];
  const { terms, prepared } = referral;
  return [
    {
      type: 'ReferralOfferRequested.v1',
      data: {
        referralId: terms.referralId,
        offerId: look.newOfferId(),
        senderActorId: terms.senderActorId,
        recipientActorId: prepared.recipientActorId,
        serviceId: prepared.serviceId,
        householdId: terms.householdId,
        memberIds: terms.memberIds,
        dataClasses: prepared.dataClasses,
        decisionRecordIds: prepared.decisionRecordIds,
        filters: [...candidate.filters],
        pathway: terms.pathway,
        occurredAt: at,
        channel: prepared.channel,
      },
    },
  ];
}

function endingAfter(first: FirstFacts | undefined): PreparationEnding | 'its turn' | 'none yet' {
  if (first === undefined) return 'first_taken_back';
  const { standing } = first;
  switch (standing) {
    case 'open':
      return 'none yet';
    case 'silent':
    case 'declined':
      return 'its turn';
    case 'accepted':
      return 'first_accepted';
    case 'declined_for_a_person':
      return 'for_a_person';
    case 'taken_back':
      return 'first_taken_back';
    default:
      return standing satisfies never;
  }
}

type Ended = Extract<ReferralEvent, { type: 'ReferralPreparationEnded.v1' }>;

export function preparationEnded(
  { terms, prepared }: Prepared,
  reason: PreparationEnding,
  when: Pick<Ended['data'], 'occurredAt' | 'channel'>,
): Ended {
  const data = { referralId: terms.referralId, after: prepared.after, reason, ...when };
  return { type: 'ReferralPreparationEnded.v1', data };
}
