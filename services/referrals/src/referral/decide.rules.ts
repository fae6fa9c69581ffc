/** What is possible where, and when it can have happened: the rules that all decisions share. */
import type { Viewer } from '@stezhka/auth';
import { type ReferralState, Refusal } from '@stezhka/vocabulary';
import { type Parties, spoken } from './authorize.js';
import type { Act, ReferralCommand, UnaskedCommand } from './commands.js';
import type { Side } from './events.js';
import { isAnswered, isSent, type Phase, type Referral } from './evolve.js';

/** A user's command on what is there; what workflows and the clock give is not for the asking. */
export type UserAct = Exclude<ReferralCommand['type'], UnaskedCommand['type'] | 'DraftReferral'>;

const possibleIn: Record<Phase, readonly UserAct[]> = {
  none: [],
  draft: ['SendReferral', 'WithdrawReferral'],
  asking: ['WithdrawReferral'],
  sent: ['AcknowledgeReferral', 'AcceptReferral', 'DeclineReferral', 'WithdrawReferral'],
  acknowledged: ['AcceptReferral', 'DeclineReferral', 'WithdrawReferral'],
  accepted: ['StartReferral', 'CompleteReferral', 'WithdrawReferral'],
  in_progress: ['CompleteReferral', 'WithdrawReferral'],
  completed: [],
  declined: [],
  withdrawn: [],
  expired: [],
  given_up: [],
};

/** A recipient who finds a wrong answer typed in for it may confirm it, or give the right one. */
const corrections: Partial<Record<Phase, readonly UserAct[]>> = {
  acknowledged: ['ConfirmAnswer'],
  accepted: ['ConfirmAnswer', 'DeclineReferral'],
  declined: ['ConfirmAnswer', 'AcceptReferral'],
};

/** The recipient's side never sends and never takes back; what it answers the sender may type in, from the phone. */
const sendersAlone: readonly UserAct[] = ['SendReferral', 'WithdrawReferral'];

/** What the sender typed in by mistake, or no longer stands by, it may take back until it is confirmed. */
const retractions: Partial<Record<Phase, readonly UserAct[]>> = { declined: ['WithdrawReferral'] };

/**
 * Help that was promised on the phone in time is not lost because nobody had typed it in when the clock ran out. An
 * acknowledgement is none: it would not have stopped that clock.
 */
const lateEntries: readonly UserAct[] = ['AcceptReferral', 'DeclineReferral'];

/** An answer given before the referral expired, on a channel that somebody has to type in from. */
export function isLateEntry(
  referral: Referral,
  { type, channel, occurredAt }: Act & { readonly type: UserAct },
): referral is Extract<Referral, { phase: 'expired' }> {
  if (referral.phase !== 'expired' || referral.sharing === 'ended') return false;
  const inTime = occurredAt !== undefined && Date.parse(occurredAt) < Date.parse(referral.expiredAt);
  return inTime && lateEntries.includes(type) && spoken.includes(channel);
}

const alsoPossible = (phase: Phase, side: Side): readonly UserAct[] =>
  (side === 'recipient' ? corrections : retractions)[phase] ?? [];

/** The acts that are possible now, for this side. */
export function possibleActs(referral: Referral, side: Side): readonly UserAct[] {
  const open = isAnswered(referral) && referral.unconfirmedFrom === 'sender' && referral.sharing === 'open';
  const possible = [...possibleIn[referral.phase], ...(open ? alsoPossible(referral.phase, side) : [])];
  return side === 'sender' ? possible : possible.filter((act) => !sendersAlone.includes(act));
}

/** The same, from a party's row: for hints to the interface. */
export function possibleInRow(row: {
  readonly state: ReferralState;
  readonly side: Side;
  readonly asking: boolean;
  readonly unconfirmed_from: Side | null;
  readonly sharing_ended: boolean;
}): readonly UserAct[] {
  const phase = row.asking ? 'asking' : row.state;
  if (!(phase in possibleIn)) return [];
  // Who waited for the answer is who may have heard it; only for an earlier moment, so it is a hint to her alone.
  if (phase === 'expired') return row.side === 'sender' && !row.sharing_ended ? lateEntries : [];
  const open = row.unconfirmed_from === 'sender' && !row.sharing_ended;
  return [...possibleIn[phase as Phase], ...(open ? alsoPossible(phase as Phase, row.side) : [])];
}

/** An act as the graph calls it. */
export function mutationOf(act: UserAct): string {
  return act.charAt(0).toLowerCase() + act.slice(1);
}

/** @throws Refusal `ILLEGAL_TRANSITION`, saying what is possible instead. */
export function mustBePossible<Act extends UserAct>(
  referral: Referral,
  act: Act,
  side: Side,
): Exclude<Referral, { phase: 'none' }> {
  const possible = possibleActs(referral, side);
  if (referral.phase === 'none' || !possible.includes(act))
    throw new Refusal('ILLEGAL_TRANSITION', possible.map(mutationOf));
  return referral;
}

/** The parties as an authorization rule asks for them; of no referral, nobody is. */
export function partiesOf(referral: Referral): Parties {
  if (referral.phase === 'none') return { senderActorId: '', pathway: 'general' };
  const { senderActorId, pathway } = referral.terms;
  return isSent(referral)
    ? { senderActorId, pathway, recipientActorId: referral.offer.recipientActorId }
    : { senderActorId, pathway };
}

/** Which side a user is on. */
export function sideOf(by: Viewer | undefined, referral: Referral): Side {
  return partiesOf(referral).recipientActorId === by?.actorId ? 'recipient' : 'sender';
}

/**
 * When the act happened, as told or now.
 * @throws Refusal `OCCURRED_IN_FUTURE`, or `OCCURRED_BEFORE` if that was before what it follows from.
 */
export function occurredAtOf(act: Act, now: Date, notBefore?: string): string {
  const moment = act.occurredAt === undefined ? now : new Date(act.occurredAt);
  if (Number.isNaN(moment.getTime())) throw new Refusal('INVALID_INPUT', ['occurredAt']);
  if (moment > now) throw new Refusal('OCCURRED_IN_FUTURE', ['occurredAt']);
  if (notBefore !== undefined && moment < new Date(notBefore)) {
    // Without a time of its own an act happens now, and now is never before what it answers.
    if (act.occurredAt === undefined) return notBefore;
    throw new Refusal('OCCURRED_BEFORE', ['occurredAt']);
  }
  return moment.toISOString();
}
