/** Registry and referrals as insights knows them: by the events that they publish. */
import type { DomainEvent } from '@stezhka/event-store';
import type { CapacityReportedV1, ReferralDraftedV1, ServiceOfferedV1 } from '@stezhka/schema';
import { type SilenceClock, type SilenceRung, toldOnRung } from '@stezhka/vocabulary';

export const since = '2026-01-01T08:00:00.000Z';

export const operations = (actorId: string, how: string, effectiveAt = since): DomainEvent => ({
  type: 'ActorOperationsChanged.v1',
  data: { actorId, operations: how, effectiveAt },
});

export const access = (actorId: string, oblast: string, how: string): DomainEvent => ({
  type: 'ActorAccessChanged.v1',
  data: { actorId, oblast, access: how, effectiveAt: since },
});

export function offered(serviceId: string, changes: Partial<ServiceOfferedV1> = {}): DomainEvent {
  const data: ServiceOfferedV1 = {
    ...{ actorId: 'kalyna', serviceId, service: 'SHL.TRANSIT', pathways: ['general'], oblasts: ['UA-46'] },
    ...{ modality: 'in_person', ageBands: [], sexes: [], languages: ['uk'], intakeQuestions: [] },
    ...{ neededClasses: ['C1'], admissionDocument: false, effectiveAt: since },
    ...changes,
  };
  return { type: 'ServiceOffered.v1', data };
}

export function capacity(serviceId: string, occurredAt: string, changes: Partial<CapacityReportedV1> = {}) {
  const data: CapacityReportedV1 = {
    ...{ actorId: 'kalyna', serviceId, capacity: 'capacity', available: 4, occurredAt },
    ...changes,
  };
  return { type: 'CapacityReported.v1', data };
}

/** Drafted and sent at a moment; emergencies and the others alike have a day to acknowledge and three to decide. */
export function sent(
  referralId: string,
  occurredAt: string,
  changes: Partial<ReferralDraftedV1> = {},
): DomainEvent[] {
  const drafted: ReferralDraftedV1 = {
    ...{ referralId, reference: `ST-${referralId}`, senderActorId: 'beacon', householdId: 'household' },
    ...{ memberIds: ['mother'], service: 'SHL.TRANSIT', oblast: 'UA-46', urgency: 'urgent' },
    ...{ pathway: 'general', modality: 'in_person', ageBands: ['age_25_59'], sexes: ['female'] },
    ...{ language: 'uk', excludedActorIds: [], occurredAt, channel: 'portal' },
    ...changes,
  };
  const later = (days: number) => new Date(Date.parse(occurredAt) + days * 86_400_000).toISOString();
  const offer = { referralId, offerId: 'offer', permitId: 'permit', recipientActorId: 'kalyna' };
  const data = {
    ...{ ...offer, serviceId: 'transit', dataClasses: ['C1'], filters: [], clockPolicy: 1 },
    ...{ acknowledgeBy: later(1), decideBy: later(3), occurredAt, channel: 'portal' },
  };
  return [
    { type: 'ReferralDrafted.v1', data: drafted },
    { type: 'ReferralSent.v1', data },
  ];
}

export const answered = (referralId: string, type: string, occurredAt: string, more = {}): DomainEvent => ({
  type: `Referral${type}.v1`,
  data: { referralId, offerId: 'offer', occurredAt, channel: 'portal', recordedBy: 'recipient', ...more },
});

/** Nobody decided within the three days. */
export const expired = (referralId: string, occurredAt = '2026-04-23T12:00:00.000Z'): DomainEvent => ({
  type: 'ReferralExpired.v1',
  data: {
    ...silence(referralId),
    toldRole: 'caseworker',
    toldActorId: 'beacon',
    occurredAt,
    clock: 'decide',
  },
});

export const told = (referralId: string, clock: SilenceClock, rung: SilenceRung): DomainEvent => ({
  type: 'ReferralSilenceNoticed.v1',
  data: { ...silence(referralId), toldRole: toldOnRung(rung).role, occurredAt: since, clock, rung },
});

const silence = (referralId: string) => ({ referralId, offerId: 'offer', silencePolicy: 1 });
