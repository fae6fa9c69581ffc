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

/** The service that is prepared to be asked next. */
export const nextService = { serviceId: 'refuge', actorId: 'dzherelo' } as const;

/** A draft that continues a referral and is prepared to follow it. */
export function nextOf(first: SentReferral, id: string): readonly EventToAppend[] {
  const [drafted] = eventsOf({ ...first, id });
  const data = { ...(drafted!.event.data as object), partOf: first.id };
  const act = { occurredAt: first.sentAt.toISOString(), channel: 'api' };
  const prepared = {
    type: 'ReferralPrepared.v1',
    data: {
      ...{ referralId: id, after: first.id, recipientActorId: nextService.actorId, ...act },
      ...{ serviceId: nextService.serviceId, dataClasses: ['C1', 'C2'], decisionRecordIds: [] },
    },
  };
  return [
    { ...drafted!, event: { ...drafted!.event, data } },
    {
      ...drafted!,
      id: `${id}-prepared`,
      event: prepared,
      metadata: { ...drafted!.metadata, commandId: `prepared-${id}` },
    },
  ];
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
