/** An invented household, event by event: a mother and her son in Kharkiv, and who may hear of them. */
import { createWall, type Gaps, type Viewer } from '@stezhka/auth';
import { specOf } from '@stezhka/event-store/testing';
import type { Role } from '@stezhka/vocabulary';
import { rules, type Subjects } from '../household/authorize.js';
import { createHouseholdDecider } from '../household/decide.js';
import type { PermitWall } from '../household/decide.walls.js';
import type { HouseholdEvent } from '../household/events.js';
import type { Offer } from '../referral/published-facts.js';

type DataOf<Type extends HouseholdEvent['type']> = Extract<HouseholdEvent, { type: Type }>['data'];

export const now = new Date('2026-03-10T12:00:00.000Z');
export const kharkiv = 'actor-kharkiv';
export const lviv = 'actor-lviv';
export const outsider = 'actor-outsider';
const home = 'target';

export function member(actorId: string, ...roles: Role[]): Viewer {
  return {
    ...{ actorId, roles, issuer: 'https://login.example.org', certifications: [] },
    staffId: `staff-${actorId}-${roles.join('-')}`,
    subject: actorId,
  };
}

export const caseworker = member(kharkiv, 'caseworker');
export const intake = member(lviv, 'intake_officer');
export const stranger = member(outsider, 'caseworker', 'supervisor', 'intake_officer');

/** What her stream says, one event each; fields that matter to a spec are given, the others are usual. */
export const story = {
  opened: (data: Partial<DataOf<'HouseholdOpened.v1'>> = {}): HouseholdEvent => ({
    type: 'HouseholdOpened.v1',
    data: {
      ...{ householdId: home, actorId: kharkiv, pathway: 'general', memberIds: ['mother', 'son'] },
      ...{ occurredAt: '2026-03-01T08:00:00.000Z', channel: 'in_person' },
      ...data,
    },
  }),
  sealed: (recordId: string, data: Partial<DataOf<'RecordSealed.v1'>> = {}): HouseholdEvent => ({
    type: 'RecordSealed.v1',
    data: {
      ...{ householdId: home, recordId, subjectId: 'mother', dataClass: 'C1', version: 1 },
      digest: 'd'.repeat(43),
      ...data,
    },
  }),
  agreed: (agreementId: string, data: Partial<DataOf<'AgreementRecorded.v1'>> = {}): HouseholdEvent => ({
    type: 'AgreementRecorded.v1',
    data: {
      ...{ householdId: home, agreementId, receiptId: `${agreementId}-receipt`, controllerId: kharkiv },
      ...{ schemaVersion: '27560-2023', principalIds: ['mother', 'son'], recipientIds: [lviv] },
      purposes: ['eligibility_decision', 'service_delivery'],
      dataClasses: ['C1', 'C2', 'C3'],
      ...{ validFrom: '2026-03-01T08:00:00.000Z', validUntil: '2026-06-01T08:00:00.000Z' },
      ...{ form: 'written', witnessed: false, lawfulBasis: 'consent', noticeVersion: 1 },
      ...{ noticeLanguage: 'uk', jurisdiction: 'UA', storage: 'sealed_vault', retentionDays: 90 },
      withdrawalMethod: 'any_channel_to_any_party',
      ...{ occurredAt: '2026-03-01T08:00:00.000Z', channel: 'in_person' },
      ...data,
    },
  }),
  permitted: (data: Partial<DataOf<'DisclosurePermitted.v1'>> = {}): HouseholdEvent => ({
    type: 'DisclosurePermitted.v1',
    data: {
      ...{ householdId: home, permitId: 'permit', referralId: 'referral', offerId: 'offer' },
      ...{ recipientActorId: lviv, serviceId: 'shelter', agreementIds: ['agreement'] },
      memberIds: ['mother', 'son'],
      snapshot: [
        { recordId: 'contact', subjectId: 'mother', dataClass: 'C1', version: 1 },
        { recordId: 'decision', subjectId: home, dataClass: 'C2', version: 1 },
        { recordId: 'detail', subjectId: 'son', dataClass: 'C3', version: 1 },
      ],
      validUntil: '2026-06-01T08:00:00.000Z',
      ...data,
    },
  }),
  withdrawn: (data: Partial<DataOf<'ConsentWithdrawn.v1'>> = {}): HouseholdEvent => ({
    type: 'ConsentWithdrawn.v1',
    data: {
      ...{ householdId: home, principalIds: ['mother', 'son'], agreementIds: ['agreement'] },
      ended: [{ permitId: 'permit', referralId: 'referral', offerId: 'offer', recipientActorId: lviv }],
      ...{ narrowed: [], occurredAt: '2026-03-09T08:00:00.000Z', channel: 'phone' },
      ...data,
    },
  }),
};

/** Opened, written down, agreed: ready to be offered. */
export const ready: HouseholdEvent[] = [
  story.opened(),
  story.sealed('contact'),
  story.sealed('decision', { subjectId: home, dataClass: 'C2' }),
  story.sealed('detail', { subjectId: 'son', dataClass: 'C3' }),
  story.agreed('agreement'),
];

export const offer = (phase: Offer['phase'], recipientActorId = lviv): Offer => ({
  ...{ offerId: 'offer', permitId: 'permit', recipientActorId, phase },
});

export function householdSpec(walls: { gaps?: Gaps<Subjects>; permitWall?: PermitWall } = {}) {
  const { gaps, permitWall = 'closed' } = walls;
  return specOf(createHouseholdDecider({ wall: createWall(rules, gaps), permitWall }), now);
}
