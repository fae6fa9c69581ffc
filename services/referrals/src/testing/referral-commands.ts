/** Commands that are right as they are: a spec changes the one thing that it asks about. */
import type { Viewer } from '@stezhka/auth';
import type { ReferralCommand } from '../referral/commands.js';
import type { Facts } from '../referral/decide.facts.js';
import { actors } from './people.js';
import { at, householdId, offerId, permitId, serviceId } from './referral-story.js';

type Type = ReferralCommand['type'];
type Of<T extends Type> = Extract<ReferralCommand, { type: T }>;

function asked<T extends Type>(command: Of<T>) {
  return (changes: Partial<Of<T>> = {}): Of<T> => ({ ...command, ...changes });
}

const channel = 'portal' as const;

export const draft = asked<'DraftReferral'>({
  type: 'DraftReferral',
  householdId,
  memberIds: ['mother', 'son'],
  service: 'SHL.TRANSIT',
  oblast: 'UA-46',
  urgency: 'urgent',
  pathway: 'general',
  modality: 'in_person',
  ageBands: [],
  sexes: [],
  language: 'uk',
  excludedActorIds: [],
  channel,
});
export const send = asked<'SendReferral'>({
  type: 'SendReferral',
  serviceId,
  dataClasses: ['C1', 'C2'],
  decisionRecordIds: ['record-1'],
  channel,
});
export const prepare = asked<'PrepareReferral'>({ ...send(), type: 'PrepareReferral' });
export const cancel = asked<'CancelPreparation'>({ type: 'CancelPreparation', channel });
export const look = { type: 'ReviewPreparation' } as const;
export const acknowledge = asked<'AcknowledgeReferral'>({ type: 'AcknowledgeReferral', channel });
export const accept = asked<'AcceptReferral'>({ type: 'AcceptReferral', channel });
export const decline = asked<'DeclineReferral'>({ type: 'DeclineReferral', reason: 'not_eligible', channel });
export const confirm = asked<'ConfirmAnswer'>({ type: 'ConfirmAnswer', channel });
export const start = asked<'StartReferral'>({ type: 'StartReferral', channel });
export const complete = asked<'CompleteReferral'>({
  type: 'CompleteReferral',
  outcome: 'service_provided',
  channel,
});
export const withdraw = asked<'WithdrawReferral'>({ type: 'WithdrawReferral', reason: 'need_met', channel });
export const permit = (changes: { offerId?: string; permitId?: string } = {}) =>
  ({ type: 'SettleOffer', offerId, permitId, ...changes }) as const;
export const refuse = (changes: { offerId?: string } = {}) =>
  ({ type: 'SettleOffer', offerId, refused: 'not_agreed', ...changes }) as const;
export const endSharing = asked<'EndSharing'>({
  type: 'EndSharing',
  offerId,
  permitId,
  occurredAt: at.ended,
});

export const household: NonNullable<Facts['household']> = {
  actorId: actors.sender,
  pathway: 'general',
  memberIds: ['mother', 'son', 'grandmother'],
};
export const candidate: NonNullable<Facts['candidate']> = {
  actorId: actors.recipient,
  serviceId,
  neededClasses: ['C1'],
  unsuitable: [],
  filters: ['language'],
};

/** What it continues waits elsewhere. */
export const first: NonNullable<Facts['first']> = { standing: 'open', recipientActorId: actors.outsider };

/** Who asks, with everything that could be looked up for her. */
export function by(viewer: Viewer | undefined, more: Partial<Facts> = {}): Facts {
  return { ...(viewer ? { by: viewer } : {}), household, candidate, first, ...more };
}
