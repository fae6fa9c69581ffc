/** A referral's events as they would have come, phase by phase: what specs are given. */
import type { ReferralEvent } from '../referral/events.js';
import type { Phase } from '../referral/evolve.js';
import { actors } from './people.js';

type Type = ReferralEvent['type'];
type DataOf<T extends Type> = Extract<ReferralEvent, { type: T }>['data'];

/** Everything in the story happened before this. */
export const now = new Date('2026-03-01T18:00:00.000Z');

/** When each thing happened in the story. */
export const at = {
  drafted: '2026-03-01T08:00:00.000Z',
  asked: '2026-03-01T09:00:00.000Z',
  acknowledged: '2026-03-01T10:00:00.000Z',
  answered: '2026-03-01T11:00:00.000Z',
  started: '2026-03-01T12:00:00.000Z',
  completed: '2026-03-01T13:00:00.000Z',
  ended: '2026-03-01T14:00:00.000Z',
} as const;

/** The ids are those that `specOf` hands to a decider. */
export const referralId = 'target';
export const offerId = 'id:offer';
export const permitId = 'permit-1';
/** What the referral continues, where it does. */
export const firstId = 'first-1';
export const householdId = 'household-1';
export const serviceId = 'kalyna-transit';

function told<T extends Type>(type: T, data: DataOf<T>) {
  return (changes: Partial<DataOf<T>> = {}) =>
    ({ type, data: { ...data, ...changes } }) as Extract<ReferralEvent, { type: T }>;
}

const answer = (occurredAt: string) =>
  ({ referralId, offerId, occurredAt, channel: 'portal', recordedBy: 'recipient' }) as const;

const parts = { householdId, memberIds: ['mother', 'son'], pathway: 'general' as const };

export const drafted = told('ReferralDrafted.v1', {
  referralId,
  reference: 'ST-7K3Q-M2XW-4',
  senderActorId: actors.sender,
  ...parts,
  service: 'SHL.TRANSIT',
  oblast: 'UA-46',
  urgency: 'urgent',
  modality: 'in_person',
  ageBands: [],
  sexes: [],
  language: 'uk',
  excludedActorIds: [],
  occurredAt: at.drafted,
  channel: 'portal',
});

export const offerRequested = told('ReferralOfferRequested.v1', {
  referralId,
  offerId,
  senderActorId: actors.sender,
  recipientActorId: actors.recipient,
  serviceId,
  ...parts,
  dataClasses: ['C1', 'C2'],
  decisionRecordIds: ['record-1'],
  filters: ['language'],
  occurredAt: at.asked,
  channel: 'portal',
});

/** To follow `first-1`, which waits. */
export const prepared = told('ReferralPrepared.v1', {
  ...{ referralId, after: firstId, recipientActorId: actors.recipient, serviceId },
  ...{ dataClasses: ['C1', 'C2'], decisionRecordIds: ['record-1'], occurredAt: at.asked, channel: 'portal' },
});
export const preparationEnded = told('ReferralPreparationEnded.v1', {
  ...{ referralId, after: firstId, reason: 'first_accepted', occurredAt: at.answered },
});

export const offerRefused = told('ReferralOfferRefused.v1', { referralId, offerId, reason: 'not_agreed' });

export const sent = told('ReferralSent.v1', {
  referralId,
  offerId,
  permitId,
  recipientActorId: actors.recipient,
  serviceId,
  dataClasses: ['C1', 'C2'],
  filters: ['language'],
  acknowledgeBy: '2026-03-02T09:00:00.000Z',
  decideBy: '2026-03-04T09:00:00.000Z',
  clockPolicy: 1,
  occurredAt: at.asked,
  channel: 'portal',
});

export const acknowledged = told('ReferralAcknowledged.v1', answer(at.acknowledged));
export const accepted = told('ReferralAccepted.v1', answer(at.answered));
export const declined = told('ReferralDeclined.v1', {
  ...answer(at.answered),
  reason: 'no_capacity',
  capacityScope: 'for_all',
});
export const confirmed = told('ReferralAnswerConfirmed.v1', {
  referralId,
  offerId,
  occurredAt: at.ended,
  channel: 'portal',
});
export const started = told('ReferralStarted.v1', answer(at.started));
export const completed = told('ReferralCompleted.v1', {
  ...answer(at.completed),
  outcome: 'service_provided',
});
export const withdrawn = told('ReferralWithdrawn.v1', {
  referralId,
  reason: 'need_met',
  occurredAt: at.ended,
  channel: 'portal',
});
const silence = { referralId, offerId, silencePolicy: 1, toldActorId: actors.recipient };
/** Of a referral that was asked at nine, urgent: a day later nobody has acknowledged. */
export const silenceNoticed = told('ReferralSilenceNoticed.v1', {
  ...silence,
  toldRole: 'intake_officer',
  occurredAt: '2026-03-02T09:00:00.000Z',
  clock: 'acknowledge',
  rung: 'reminder',
});
export const expired = told('ReferralExpired.v1', {
  ...silence,
  toldRole: 'caseworker',
  toldActorId: actors.sender,
  occurredAt: '2026-03-04T09:00:00.000Z',
  clock: 'decide',
});
export const sharingEnded = told('ReferralSharingEnded.v1', {
  referralId,
  offerId,
  permitId,
  occurredAt: at.ended,
});

/** Typed in by the sender after it was told on the phone. */
export const spoken = { recordedBy: 'sender', channel: 'phone' } as const;

const toSending = [drafted(), offerRequested(), sent()];

/** How a referral comes to each phase. */
export const into: Readonly<Record<Phase, readonly ReferralEvent[]>> = {
  none: [],
  draft: [drafted()],
  prepared: [drafted({ partOf: firstId }), prepared()],
  asking: [drafted(), offerRequested()],
  sent: toSending,
  acknowledged: [...toSending, acknowledged()],
  accepted: [...toSending, acknowledged(), accepted()],
  declined: [...toSending, acknowledged(), declined()],
  in_progress: [...toSending, accepted(), started()],
  completed: [...toSending, accepted(), started(), completed()],
  withdrawn: [...toSending, withdrawn()],
  expired: [...toSending, acknowledged(), expired()],
  given_up: [drafted(), withdrawn()],
};

/** The same referral on the isolated pathway. */
export function onGbv(events: readonly ReferralEvent[]): ReferralEvent[] {
  return events.map((event) =>
    'pathway' in event.data
      ? ({ ...event, data: { ...event.data, pathway: 'gbv' } } as ReferralEvent)
      : event,
  );
}
