/** Every mutation with an input that is valid for whoever may, in an order in which each is possible after the other. */
import { randomUUID } from 'node:crypto';
import type { Fresh } from './fresh.js';
import * as may from './rules-of-acts.js';
import { hoursAgo, routes } from './scenario.js';
import { type MemberKey, members, type ViewerKey } from './viewers.js';

export interface Act {
  readonly mutation: string;
  /** Where one mutation asks in two ways. */
  readonly variant?: string;
  readonly may: may.MayAct;
  /** Who does it in the end, to show that the input was right; nobody where nobody may. */
  readonly doer?: MemberKey;
  readonly input: (fresh: Fresh, by: ViewerKey) => Readonly<Record<string, unknown>>;
  /** Where the rule says no to what is asked and not to who asks: what she is told instead of "not found". */
  readonly told?: Partial<Record<MemberKey, string>>;
  /** Fields of the answer that say nothing here. */
  readonly blank?: readonly string[];
  /** The household's stream names who may, beside the rule: a second wall. */
  readonly named?: 'owner' | 'recipient' | 'both';
}

const JUST_NOW = () => hoursAgo(0.01);
const terms = () => ({
  ...{ service: 'LEG.AID', pathways: ['general'], oblasts: ['UA-46'], modality: 'either' },
  ...{ languages: ['uk'], effectiveAt: JUST_NOW() },
});

const onDirectory: readonly Act[] = [
  {
    mutation: 'admitActor',
    may: may.registrar,
    doer: 'registrar',
    input: () => ({
      name: { uk: 'Нова', en: 'New', ro: 'Nou' },
      ...{ kind: 'ngo', country: 'UA', effectiveAt: JUST_NOW() },
    }),
  },
  {
    mutation: 'changeOperations',
    may: may.registrarOrAdministrator,
    doer: 'receiverAdministrator',
    input: ({ actorId }) => ({ actorId, operations: 'partial', effectiveAt: JUST_NOW() }),
  },
  {
    mutation: 'changeBase',
    may: may.registrarOrAdministrator,
    doer: 'receiverAdministrator',
    input: ({ actorId }) => ({ actorId, base: 'evacuated', effectiveAt: JUST_NOW() }),
  },
  {
    mutation: 'changeAccess',
    may: may.registrarOrAdministrator,
    doer: 'receiverAdministrator',
    input: ({ actorId }) => ({ actorId, oblast: 'UA-46', access: 'limited', effectiveAt: JUST_NOW() }),
  },
  {
    mutation: 'offerService',
    may: may.itsAdministrator,
    doer: 'receiverAdministrator',
    input: ({ actorId }) => ({ actorId, ...terms() }),
  },
  {
    mutation: 'changeServiceTerms',
    may: may.itsAdministrator,
    doer: 'receiverAdministrator',
    input: ({ actorId, serviceId }) => ({ actorId, serviceId, ...terms() }),
  },
  {
    mutation: 'reportCapacity',
    may: may.knowsItsRoom,
    doer: 'receiver',
    input: ({ actorId, serviceId }) => ({
      ...{ actorId, serviceId, capacity: 'waitlist', occurredAt: JUST_NOW() },
    }),
  },
  {
    mutation: 'endService',
    may: may.itsAdministrator,
    doer: 'receiverAdministrator',
    input: ({ actorId, serviceId }) => ({ actorId, serviceId, effectiveAt: JUST_NOW() }),
  },
  {
    mutation: 'grantCertification',
    may: may.registrar,
    doer: 'registrar',
    input: ({ actorId }) => ({ actorId, pathway: 'tip', effectiveAt: JUST_NOW() }),
  },
  {
    mutation: 'revokeCertification',
    may: may.registrar,
    doer: 'registrar',
    input: ({ actorId }) => ({ actorId, pathway: 'tip', effectiveAt: new Date().toISOString() }),
  },
];

const onStaff: readonly Act[] = [
  {
    mutation: 'joinStaff',
    may: may.registrarOrAdministrator,
    doer: 'receiverAdministrator',
    input: ({ actorId, issuer }) => ({ actorId, issuer, subject: randomUUID(), roles: ['interpreter'] }),
  },
  {
    mutation: 'joinStaff',
    variant: 'in a role that reaches beyond the actor',
    may: may.registrar,
    doer: 'registrar',
    input: ({ actorId, issuer }) => ({
      ...{ actorId, issuer, subject: randomUUID(), roles: ['network_registrar'] },
    }),
  },
  {
    mutation: 'joinStaff',
    variant: 'by a subject that can be guessed',
    may: may.registrar,
    doer: 'registrar',
    input: ({ actorId, issuer }) => ({
      ...{ actorId, issuer, subject: `guess-${randomUUID().slice(0, 8)}`, roles: ['interpreter'] },
    }),
    told: { receiverAdministrator: 'INVALID_INPUT' },
  },
  {
    mutation: 'changeRoles',
    variant: 'her own',
    may: may.nobody,
    input: ({ staff }, by) => {
      const { staffId, roles, certifications } = staff[by in members ? (by as MemberKey) : 'registrar'];
      return { staffId, roles, certifications };
    },
  },
  {
    mutation: 'changeRoles',
    may: may.registrarOrAdministrator,
    doer: 'receiverAdministrator',
    input: ({ staffId }) => ({ staffId, roles: ['caseworker', 'interpreter'] }),
  },
  {
    mutation: 'disableStaff',
    may: may.registrarOrAdministrator,
    doer: 'receiverAdministrator',
    input: ({ staffId }) => ({ staffId }),
  },
  {
    mutation: 'enableStaff',
    may: may.registrarOrAdministrator,
    doer: 'receiverAdministrator',
    input: ({ staffId }) => ({ staffId }),
  },
];

const onHousehold: readonly Act[] = [
  {
    mutation: 'openHousehold',
    may: may.takesOn,
    doer: 'sender',
    input: ({ pathway }) => ({ pathway, memberCount: 1 }),
  },
  {
    mutation: 'sealRecord',
    may: may.keepsFile,
    doer: 'sender',
    input: ({ household }) => ({
      householdId: household.id,
      subjectId: household.memberIds[1],
      contact: { workingLabel: household.canary },
    }),
    named: 'owner',
  },
  {
    mutation: 'recordAgreement',
    may: may.keepsFile,
    doer: 'sender',
    input: ({ household, recipientActorId }) => ({
      ...{ householdId: household.id, principalIds: household.memberIds, recipientIds: [recipientActorId] },
      ...{ purposes: ['service_delivery'], dataClasses: ['C1'], form: 'written', lawfulBasis: 'consent' },
      ...{ validFrom: JUST_NOW(), validUntil: '2090-01-01T00:00:00.000Z', noticeVersion: 1 },
      ...{ noticeLanguage: 'uk', jurisdiction: 'UA', storage: 'sealed_vault', retentionDays: 30 },
    }),
    named: 'owner',
  },
  {
    mutation: 'readHousehold',
    may: may.readsFile,
    doer: 'sender',
    input: ({ household }) => ({
      ...{ householdId: household.id, classes: ['C1', 'C2', 'C3', 'C4'], purpose: 'service_delivery' },
    }),
    named: 'owner',
  },
];

const onReferral: readonly Act[] = [
  {
    mutation: 'draftReferral',
    may: may.refers,
    doer: 'sender',
    input: ({ household, pathway }) => ({
      ...{ householdId: household.id, memberIds: household.memberIds, pathway },
      ...{ service: 'LEG.AID', oblast: 'UA-46', urgency: 'normal' },
    }),
  },
  {
    mutation: 'sendReferral',
    may: may.refers,
    doer: 'sender',
    input: ({ referrals, household, services, pathway }) => ({
      ...{ referralId: referrals.draft, serviceId: services[routes[pathway].offer] },
      ...{ dataClasses: ['C1', 'C2', 'C3', 'C4'], decisionRecordIds: [household.decisionRecordId] },
    }),
    blank: ['SendReferralResult.refused'],
  },
  {
    mutation: 'sealReferralNote',
    may: may.corresponds,
    doer: 'sender',
    input: ({ referrals, household }) => ({ referralId: referrals.sent, text: household.canary }),
    named: 'both',
  },
  {
    mutation: 'readReferralNotes',
    may: may.corresponds,
    doer: 'sender',
    input: ({ referrals }) => ({ referralId: referrals.sent, purpose: 'service_delivery' }),
    named: 'both',
  },
  ...(['acknowledgeReferral', 'acceptReferral'] as const).map(
    (mutation): Act => ({
      mutation,
      may: may.answers,
      doer: 'receiver',
      input: ({ referrals }) => ({ referralId: referrals.draft }),
    }),
  ),
  {
    mutation: 'discloseReferral',
    may: may.opens,
    doer: 'receiver',
    input: ({ referrals }) => ({
      ...{ referralId: referrals.draft, classes: ['C1', 'C2', 'C3', 'C4'], purpose: 'service_delivery' },
    }),
    named: 'recipient',
  },
  {
    mutation: 'startReferral',
    may: may.answers,
    doer: 'receiver',
    input: ({ referrals }) => ({ referralId: referrals.draft }),
  },
  {
    mutation: 'completeReferral',
    may: may.answers,
    doer: 'receiver',
    input: ({ referrals }) => ({ referralId: referrals.draft, outcome: 'service_provided' }),
  },
  {
    mutation: 'declineReferral',
    may: may.answers,
    doer: 'receiver',
    input: ({ referrals }) => ({ referralId: referrals.sent, reason: 'not_eligible' }),
  },
  {
    mutation: 'confirmAnswer',
    may: may.answers,
    doer: 'receiver',
    input: ({ referrals }) => ({ referralId: referrals.acknowledged }),
  },
  {
    mutation: 'acceptReferral',
    variant: 'as told by phone',
    may: may.typesIn,
    doer: 'sender',
    input: ({ referrals }) => ({ referralId: referrals.acknowledged, channel: 'phone' }),
  },
  {
    mutation: 'withdrawReferral',
    may: may.refers,
    doer: 'sender',
    input: ({ referrals }) => ({ referralId: referrals.acknowledged, reason: 'need_met' }),
  },
  {
    mutation: 'withdrawAgreement',
    may: may.takesBack,
    doer: 'sender',
    input: ({ household }) => ({ householdId: household.id }),
    named: 'owner',
  },
  // Last: from here on not everybody is referred.
  {
    mutation: 'addMember',
    may: may.keepsFile,
    doer: 'sender',
    input: ({ household }) => ({ householdId: household.id }),
    named: 'owner',
  },
];

/** What is about an actor has no pathway. */
export const actsWithoutPathway: readonly Act[] = [...onDirectory, ...onStaff];
export const actsOnPathway: readonly Act[] = [...onHousehold, ...onReferral];
