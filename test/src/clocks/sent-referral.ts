/** A referral of the simulation: how it was sent, as its stream has it. */
import type { EventToAppend } from '@stezhka/event-store';
import { clockPolicyAt, type Pathway, type Urgency } from '@stezhka/vocabulary';

export const sender = 'beacon';
export const recipient = 'kalyna';

export interface SentReferral {
  readonly id: string;
  readonly pathway: Pathway;
  readonly urgency: Urgency;
  readonly sentAt: Date;
  readonly acknowledgeBy: Date;
  readonly decideBy: Date;
}

export function referralOf(id: string, pathway: Pathway, urgency: Urgency, sentAt: Date): SentReferral {
  const { acknowledge, decide } = clockPolicyAt(sentAt);
  const after = (minutes: number) => new Date(sentAt.getTime() + minutes * 60_000);
  const clocks = { acknowledgeBy: after(acknowledge[urgency]), decideBy: after(decide[urgency]) };
  return { id, pathway, urgency, sentAt, ...clocks };
}

/** From the draft to the sending; what consent does in between is played. */
export function eventsOf({
  id,
  pathway,
  urgency,
  sentAt,
  ...clocks
}: SentReferral): readonly EventToAppend[] {
  const act = { occurredAt: sentAt.toISOString(), channel: 'api' };
  const household = { householdId: `household-of-${id}`, memberIds: ['mother'], pathway };
  const offer = { referralId: id, offerId: `offer-of-${id}`, filters: [], dataClasses: ['C1', 'C2'] };
  const to = { recipientActorId: recipient, serviceId: 'transit' };
  const from = { senderActorId: sender };
  return [
    {
      type: 'ReferralDrafted.v1',
      data: {
        ...{ referralId: id, reference: 'ST-7K3Q-M2XW-4', ...from, ...household, ...act },
        ...{ service: 'SHL.TRANSIT', oblast: 'UA-46', urgency, modality: 'in_person' },
        ...{ ageBands: [], sexes: [], excludedActorIds: [] },
      },
    },
    {
      type: 'ReferralOfferRequested.v1',
      data: { ...offer, ...from, ...to, ...household, ...act, decisionRecordIds: [] },
    },
    {
      type: 'ReferralSent.v1',
      data: {
        ...{ ...offer, ...to, ...act, permitId: `permit-of-${id}`, clockPolicy: 1 },
        acknowledgeBy: clocks.acknowledgeBy.toISOString(),
        decideBy: clocks.decideBy.toISOString(),
      },
    },
  ].map((event, n) => ({
    id: `${id}-${n}`,
    event,
    metadata: { commandId: `sent-${id}-${n}`, payloadHash: '', causedBy: 'system:simulation' },
  }));
}
