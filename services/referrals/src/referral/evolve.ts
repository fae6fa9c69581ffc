/** Where a referral stands after its events: a field exists only in the phases in which it is true. */
import type { DeclineReason, SilenceClock, SilenceRung } from '@stezhka/vocabulary';
import { type ReferralEvent, referralEvents, type Side } from './events.js';

type DataOf<Type extends ReferralEvent['type']> = Extract<ReferralEvent, { type: Type }>['data'];

/** What was asked for when the referral was drafted. */
export type Terms = Omit<DataOf<'ReferralDrafted.v1'>, 'occurredAt' | 'channel'>;

/** The referral as it is being put to one service, while consent is asked. */
export type Offer = DataOf<'ReferralOfferRequested.v1'>;

/** What is to be offered once the referral before has come to nothing. */
export type Preparation = Omit<DataOf<'ReferralPrepared.v1'>, 'referralId'>;

/** An offer that has reached its recipient. */
export type SentOffer = Omit<DataOf<'ReferralSent.v1'>, 'referralId'>;

interface Drafted {
  readonly terms: Terms;
  /** When the newest act happened: nothing can have happened before what it answers. */
  readonly lastAct: string;
}

interface Sent extends Drafted {
  readonly offer: SentOffer;
  /** Whether the agreement behind it still stands. */
  readonly sharing: 'open' | 'ended';
  /** Which silences have been noticed, as `clock:rung`: each is noticed once. */
  readonly silences: readonly string[];
}

/** The answer was typed in by this side and the other has not confirmed it; absent otherwise. */
interface Answered extends Sent {
  readonly unconfirmedFrom?: Side;
}

export type Referral =
  | { readonly phase: 'none' }
  | (Drafted & { readonly phase: 'draft'; readonly refused?: DataOf<'ReferralOfferRefused.v1'>['reason'] })
  | (Drafted & { readonly phase: 'prepared'; readonly prepared: Preparation })
  | (Drafted & { readonly phase: 'asking'; readonly asking: Offer })
  | (Sent & { readonly phase: 'sent' })
  | (Answered & { readonly phase: 'acknowledged' | 'accepted' })
  | (Answered & { readonly phase: 'declined'; readonly reason: DeclineReason })
  | (Sent & { readonly phase: 'in_progress' | 'completed' })
  /** Since when nobody has answered in time; a later word on an earlier answer can still end it. */
  | (Sent & { readonly phase: 'expired'; readonly expiredAt: string })
  | (Drafted & { readonly phase: 'given_up' })
  | (Sent & { readonly phase: 'withdrawn' });

export type Phase = Referral['phase'];
export type SentReferral = Extract<Referral, { offer: SentOffer }>;

export const initialState: Referral = { phase: 'none' };

export function isSent(referral: Referral): referral is SentReferral {
  return 'offer' in referral;
}

export function evolve(referral: Referral, event: ReferralEvent): Referral {
  if (!Object.hasOwn(referralEvents, event.type)) return unreachable(event as never);
  if (event.type === 'ReferralDrafted.v1') return drafted(event.data);
  if (referral.phase === 'none') return referral;
  switch (event.type) {
    case 'ReferralPrepared.v1': {
      const { referralId: _, ...prepared } = event.data;
      return { phase: 'prepared', terms: referral.terms, lastAct: prepared.occurredAt, prepared };
    }
    case 'ReferralPreparationEnded.v1':
      return { phase: 'draft', terms: referral.terms, lastAct: event.data.occurredAt };
    case 'ReferralOfferRequested.v1': {
      const { terms, lastAct } = referral;
      return { phase: 'asking', terms, lastAct, asking: event.data };
    }
    case 'ReferralOfferRefused.v1': {
      const { terms, lastAct } = referral;
      return { phase: 'draft', terms, lastAct, refused: event.data.reason };
    }
    case 'ReferralSent.v1': {
      const { referralId: _, ...offer } = event.data;
      const { terms } = referral;
      return { phase: 'sent', terms, lastAct: offer.occurredAt, offer, sharing: 'open', silences: [] };
    }
    case 'ReferralWithdrawn.v1': {
      const { terms } = referral;
      const lastAct = event.data.occurredAt;
      return isSent(referral)
        ? { ...sentPart(referral), phase: 'withdrawn', lastAct }
        : { phase: 'given_up', terms, lastAct };
    }
    default:
      return isSent(referral) ? evolveSent(referral, event) : referral;
  }
}

type AfterSending = Exclude<
  ReferralEvent,
  {
    type:
      | 'ReferralDrafted.v1'
      | 'ReferralPrepared.v1'
      | 'ReferralPreparationEnded.v1'
      | 'ReferralOfferRequested.v1'
      | 'ReferralOfferRefused.v1'
      | 'ReferralSent.v1'
      | 'ReferralWithdrawn.v1';
  }
>;

function evolveSent(referral: SentReferral, event: AfterSending): Referral {
  const on = { ...sentPart(referral), lastAct: event.data.occurredAt };
  switch (event.type) {
    // Silence is no act: what was said on the phone before it was noticed may still be typed in.
    case 'ReferralSilenceNoticed.v1':
      return { ...referral, silences: [...referral.silences, silenceOf(event.data)] };
    case 'ReferralExpired.v1':
      return { ...sentPart(referral), phase: 'expired', expiredAt: event.data.occurredAt };
    case 'ReferralAcknowledged.v1':
      return { phase: 'acknowledged', ...on, ...confirmation(event.data) };
    case 'ReferralAccepted.v1':
      return { phase: 'accepted', ...on, ...confirmation(event.data) };
    case 'ReferralDeclined.v1':
      return { phase: 'declined', ...on, ...confirmation(event.data), reason: event.data.reason };
    case 'ReferralAnswerConfirmed.v1':
      if (referral.phase === 'declined') return { phase: 'declined', ...on, reason: referral.reason };
      return isAnswered(referral) ? { phase: referral.phase, ...on } : referral;
    case 'ReferralStarted.v1':
      return { phase: 'in_progress', ...on };
    case 'ReferralCompleted.v1':
      return { phase: 'completed', ...on };
    case 'ReferralSharingEnded.v1':
      return referral.phase === 'completed' || referral.phase === 'declined' || referral.phase === 'expired'
        ? { ...referral, ...on, sharing: 'ended' }
        : { phase: 'withdrawn', ...on, sharing: 'ended' };
    default:
      return unreachable(event);
  }
}

/** How a silence is told from another. */
export function silenceOf({ clock, rung }: { readonly clock: SilenceClock; readonly rung: SilenceRung }) {
  return `${clock}:${rung}`;
}

/** What stays true of a referral from its sending on. */
function sentPart({ terms, lastAct, offer, sharing, silences }: SentReferral): Sent {
  return { terms, lastAct, offer, sharing, silences };
}

export function isAnswered(
  referral: Referral,
): referral is Extract<Referral, { phase: 'acknowledged' | 'accepted' | 'declined' }> {
  return referral.phase === 'acknowledged' || referral.phase === 'accepted' || referral.phase === 'declined';
}

function drafted(data: DataOf<'ReferralDrafted.v1'>): Referral {
  const { occurredAt, channel: _, ...terms } = data;
  return { phase: 'draft', terms, lastAct: occurredAt };
}

/** An answer that the sender typed in waits for the recipient's word. */
function confirmation({ recordedBy }: { readonly recordedBy: Side }): { unconfirmedFrom?: Side } {
  return recordedBy === 'sender' ? { unconfirmedFrom: 'sender' } : {};
}

function unreachable(event: never): never {
  throw new Error(`an event that no version of the software knows: ${(event as ReferralEvent).type}`);
}
