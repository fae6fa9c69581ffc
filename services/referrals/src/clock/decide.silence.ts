/**
 * Is it silence? A timer says only that it is time to look. What counts is the referral as it stands: whether it still
 * waits on this clock, by the policy under which the timer was set, whether the hour has come, and whether this has
 * been said before. A timer that is early, late, doubled or long since overtaken changes nothing.
 */
import { type SilenceTold, toldOnExpiry, toldOnRung } from '@stezhka/vocabulary';
import type { ExpireReferral, NoticeSilence } from '../referral/commands.js';
import type { ReferralEvent } from '../referral/events.js';
import { type Referral, type SentReferral, silenceOf } from '../referral/evolve.js';
import { strikesOf } from './ladder.js';

export function noticeSilence(referral: Referral, command: NoticeSilence, now: Date): ReferralEvent[] {
  const { clock, rung, policy } = command;
  const waits = referral.phase === 'sent' || (clock === 'decide' && referral.phase === 'acknowledged');
  if (!waits || referral.silences.includes(silenceOf(command))) return [];
  const occurredAt = dueSince(referral, command, now);
  if (occurredAt === undefined) return [];
  const data = { ...toldOf(referral, toldOnRung(rung)), silencePolicy: policy, occurredAt, clock, rung };
  return [{ type: 'ReferralSilenceNoticed.v1', data }];
}

export function expire(referral: Referral, command: ExpireReferral, now: Date): ReferralEvent[] {
  if (referral.phase !== 'sent' && referral.phase !== 'acknowledged') return [];
  const occurredAt = dueSince(referral, command, now);
  if (occurredAt === undefined) return [];
  const told = toldOf(referral, toldOnExpiry(referral.terms.pathway));
  const data = { ...told, silencePolicy: command.policy, occurredAt, clock: 'decide' as const };
  return [{ type: 'ReferralExpired.v1', data }];
}

/** Since when it has been due; undefined if it is not yet, or no rung of this ladder. */
function dueSince({ terms, offer }: SentReferral, command: NoticeSilence | ExpireReferral, now: Date) {
  const { dueAt } =
    strikesOf({ ...offer, pathway: terms.pathway }).find((one) => isSame(one.command, command)) ?? {};
  return dueAt !== undefined && Date.parse(dueAt) <= now.getTime() ? dueAt : undefined;
}

function isSame(one: NoticeSilence | ExpireReferral, other: NoticeSilence | ExpireReferral): boolean {
  if (one.policy !== other.policy) return false;
  if (one.type === 'ExpireReferral' || other.type === 'ExpireReferral') return one.type === other.type;
  return silenceOf(one) === silenceOf(other);
}

function toldOf({ terms, offer }: SentReferral, { at, role: toldRole }: SilenceTold) {
  const actors = { sender: terms.senderActorId, recipient: offer.recipientActorId, network: undefined };
  const toldActorId = actors[at];
  const { referralId } = terms;
  return { referralId, offerId: offer.offerId, toldRole, ...(toldActorId ? { toldActorId } : {}) };
}
