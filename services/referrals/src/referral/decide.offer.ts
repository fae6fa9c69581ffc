/** A referral as it is put to one service, whoever's turn it is: chosen now, or prepared before. */
import { Refusal } from '@stezhka/vocabulary';
import type { SendReferral } from './commands.js';
import type { CandidateFacts } from './decide.facts.js';
import type { ReferralEvent } from './events.js';
import type { Terms } from './evolve.js';

/** @throws Refusal if this service cannot be asked, or is not given what it needs. */
export function suited(
  candidate: CandidateFacts | undefined,
  { dataClasses }: Pick<SendReferral, 'dataClasses'>,
): CandidateFacts {
  if (!candidate) throw new Refusal('NOT_FOUND');
  if (candidate.unsuitable.includes('not_certified')) throw new Refusal('NOT_CERTIFIED');
  if (candidate.unsuitable.length > 0) throw new Refusal('NOT_ELIGIBLE', ['candidates']);
  if (!candidate.neededClasses.every((needed) => dataClasses.includes(needed)))
    throw new Refusal('NOT_AGREED', candidate.neededClasses);
  return candidate;
}

export interface Offering extends Pick<SendReferral, 'dataClasses' | 'decisionRecordIds' | 'channel'> {
  readonly offerId: string;
  readonly occurredAt: string;
}

/** Consent is asked next; nobody else knows yet. */
export function offerRequested(
  terms: Terms,
  { actorId, serviceId, filters }: CandidateFacts,
  { dataClasses, decisionRecordIds, ...act }: Offering,
): ReferralEvent {
  const { referralId, senderActorId, householdId, memberIds, pathway } = terms;
  return {
    type: 'ReferralOfferRequested.v1',
    data: {
      ...{ referralId, senderActorId, recipientActorId: actorId, serviceId },
      ...{ householdId, memberIds, pathway, filters: [...filters] },
      ...{ dataClasses: [...dataClasses], decisionRecordIds: [...decisionRecordIds], ...act },
    },
  };
}
