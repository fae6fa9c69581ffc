/**
 * What consent knows of a referral: what referrals published in `referral-<id>`, no more than disclosure rests on.
 * An event that is not known here may have ended the sharing, so it closes the offer until somebody has read it.
 */
import type {
  PublishedEvent,
  ReferralDraftedV1,
  ReferralOfferRequestedV1,
  ReferralSentV1,
} from '@stezhka/schema';
import type { Pathway } from '@stezhka/vocabulary';

/** Where an offer stands, as far as reading is concerned. */
export type OfferPhase =
  | 'asking'
  | 'refused'
  | 'sent'
  | 'acknowledged'
  | 'accepted'
  | 'in_progress'
  | 'completed'
  | 'declined'
  | 'expired'
  | 'withdrawn'
  | 'sharing_ended'
  | 'unclear';

/** A referral as it was put to one actor's service. */
export interface Offer {
  readonly offerId: string;
  readonly recipientActorId: string;
  readonly phase: OfferPhase;
  /** Absent until it was sent: before that there is no other side. */
  readonly permitId?: string;
}

export interface ReferralFacts {
  readonly referralId: string;
  readonly senderActorId: string;
  readonly householdId: string;
  readonly memberIds: readonly string[];
  readonly pathway: Pathway;
  /** In the order in which they were made. */
  readonly offers: readonly Offer[];
}

/** Offers that have another side, and the actors that know of the referral. */
export function partiesTo({ senderActorId, offers }: ReferralFacts): {
  readonly sent: readonly Offer[];
  readonly partyActorIds: readonly string[];
} {
  const sent = offers.filter(({ permitId }) => permitId !== undefined);
  return { sent, partyActorIds: [senderActorId, ...sent.map(({ recipientActorId }) => recipientActorId)] };
}

interface Heard {
  readonly type: string;
  readonly data: object;
}

/** Phases that nothing reopens. */
const final: readonly OfferPhase[] = ['refused', 'withdrawn', 'sharing_ended'];

const phaseAfter: { readonly [Type in PublishedEvent['type']]?: OfferPhase } = {
  'ReferralAcknowledged.v1': 'acknowledged',
  'ReferralAccepted.v1': 'accepted',
  'ReferralDeclined.v1': 'declined',
  'ReferralExpired.v1': 'expired',
  'ReferralStarted.v1': 'in_progress',
  'ReferralCompleted.v1': 'completed',
  'ReferralOfferRefused.v1': 'refused',
  'ReferralSharingEnded.v1': 'sharing_ended',
};

/** The facts of a referral's stream; undefined where there is no referral. */
export function factsOf(events: readonly Heard[]): ReferralFacts | undefined {
  return events.reduce<ReferralFacts | undefined>(hear, undefined);
}

function hear(facts: ReferralFacts | undefined, heard: Heard): ReferralFacts | undefined {
  const { type, data } = heard;
  if (type === 'ReferralDrafted.v1') {
    const { referralId, senderActorId, householdId, memberIds, pathway } = data as ReferralDraftedV1;
    return { referralId, senderActorId, householdId, memberIds, pathway, offers: [] };
  }
  if (!facts) return undefined;
  switch (type) {
    case 'ReferralOfferRequested.v1': {
      const { offerId, recipientActorId } = data as ReferralOfferRequestedV1;
      return { ...facts, offers: [...facts.offers, { offerId, recipientActorId, phase: 'asking' }] };
    }
    case 'ReferralSent.v1': {
      const { offerId, permitId } = data as ReferralSentV1;
      return moved(facts, offerId, (offer) => ({ ...offer, phase: 'sent', permitId }));
    }
    case 'ReferralWithdrawn.v1':
      return { ...facts, offers: facts.offers.map((offer) => inPhase(offer, 'withdrawn')) };
    // Before anything is offered, and by nobody: what is prepared shares nothing.
    case 'ReferralPrepared.v1':
    case 'ReferralPreparationEnded.v1':
    case 'ReferralAnswerConfirmed.v1':
    case 'ReferralSilenceNoticed.v1':
      return facts;
    default: {
      const phase = phaseAfter[type as PublishedEvent['type']] ?? 'unclear';
      const { offerId } = data as { offerId?: string };
      if (offerId === undefined) return { ...facts, offers: facts.offers.map((o) => inPhase(o, phase)) };
      return moved(facts, offerId, (offer) => inPhase(offer, phase));
    }
  }
}

function moved(facts: ReferralFacts, offerId: string, move: (offer: Offer) => Offer): ReferralFacts {
  const offers = facts.offers.map((offer) => (offer.offerId === offerId ? move(offer) : offer));
  return { ...facts, offers };
}

function inPhase(offer: Offer, phase: OfferPhase): Offer {
  // The end of sharing is said of closed offers as well, and outweighs how they were closed.
  return final.includes(offer.phase) && phase !== 'sharing_ended' ? offer : { ...offer, phase };
}
