/**
 * Event in, timers out. A sending sets everything that its silence would lead to; an answer ends what is no longer
 * needed. That only spares work: whether there is silence is decided when a timer strikes.
 */
import type { RecordedEvent, Workflow } from '@stezhka/event-store';
import type { Pathway, SilenceClock } from '@stezhka/vocabulary';
import type { ReferralEvent } from '../referral/events.js';
import { type Strike, strikesOf } from './ladder.js';
import type { Timers } from './timers.js';

/** What becomes of a referral's timers. */
export type Following =
  | { readonly set: readonly Strike[] }
  | { readonly end: 'all' | SilenceClock }
  | undefined;

export function createTimersWorkflow(deps: {
  readonly timers: Timers;
  /** The rules of secrecy that a referral follows, from its own stream. */
  readonly pathwayOf: (referralId: string) => Promise<Pathway>;
}): Workflow {
  const { timers, pathwayOf } = deps;
  return {
    name: 'timers',
    prefixes: ['referral-'],
    // One referral without a clock is no reason for all others to have none.
    onPoison: 'park',
    async react(recorded) {
      const event = recorded as unknown as ReferralEvent & RecordedEvent;
      const { referralId } = event.data;
      const pathway = event.type === 'ReferralSent.v1' ? await pathwayOf(referralId) : 'general';
      const following = timersFrom(event, pathway);
      if (following === undefined) return;
      if ('set' in following) await timers.set(referralId, following.set);
      else await timers.end(referralId, following.end);
    },
  };
}

/**
 * Of what was sent long before it was typed in, only what is still to come: silence that nobody could have heard is no
 * silence, and whoever gets it today is not to be told at once that it has expired.
 */
export function timersFrom(
  event: ReferralEvent & Pick<RecordedEvent, 'recordedAt'>,
  pathway: Pathway,
): Following {
  switch (event.type) {
    case 'ReferralSent.v1': {
      const isToCome = ({ dueAt }: Strike) => Date.parse(dueAt) > event.recordedAt.getTime();
      return { set: strikesOf({ ...event.data, pathway }).filter(isToCome) };
    }
    case 'ReferralAcknowledged.v1':
      return { end: 'acknowledge' };
    case 'ReferralAccepted.v1':
    case 'ReferralDeclined.v1':
    case 'ReferralStarted.v1':
    case 'ReferralCompleted.v1':
    case 'ReferralWithdrawn.v1':
    case 'ReferralSharingEnded.v1':
    case 'ReferralExpired.v1':
      return { end: 'all' };
    case 'ReferralDrafted.v1':
    case 'ReferralPrepared.v1':
    case 'ReferralPreparationEnded.v1':
    case 'ReferralOfferRequested.v1':
    case 'ReferralOfferRefused.v1':
    case 'ReferralAnswerConfirmed.v1':
    case 'ReferralSilenceNoticed.v1':
      return undefined;
    default:
      return event satisfies never;
  }
}
