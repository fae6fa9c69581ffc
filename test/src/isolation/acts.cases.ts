/** Acts on a household and on its referrals, from the file to the end of sharing. */
import type { Act } from './acts.js';
import * as may from './rules-of-acts.js';
import { hoursAgo, routes } from './scenario.routes.js';
import { memberOf } from './viewers.js';

const JUST_NOW = () => hoursAgo(0.01);

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

/** Whoever may send it there is told that on this pathway nothing goes by itself. */
const neverByItself: Act['told'] = (viewer, pathway) =>
  may.refers(memberOf(viewer), pathway, 'sender') ? 'ILLEGAL_TRANSITION' : undefined;

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
    mutation: 'prepareReferral',
    may: may.prepares,
    doer: 'sender',
    input: ({ referrals, household, services }) => ({
      ...{ referralId: referrals.next, serviceId: services.mixed },
      ...{ dataClasses: ['C1', 'C2'], decisionRecordIds: [household.decisionRecordId] },
    }),
    told: neverByItself,
  },
  {
    mutation: 'cancelPreparation',
    may: may.prepares,
    doer: 'sender',
    input: ({ referrals }) => ({ referralId: referrals.next }),
    told: neverByItself,
  },
  {
    mutation: 'sealReferralNote',
    may: may.corresponds,
    doer: 'sender',
    input: ({ referrals, household }) => ({ referralId: referrals.sent, text: household.canary }),
    named: 'both',
  },
  {
    mutation: 'sealReferralNote',
    variant: 'after a decline',
    may: may.nobody,
    input: ({ declinedId, household }) => ({ referralId: declinedId, text: household.canary }),
    told: (viewer, pathway) =>
      may.readsFile(memberOf(viewer), pathway, 'sender') ? 'ILLEGAL_TRANSITION' : undefined,
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

export const actsOnCases: readonly Act[] = [...onHousehold, ...onReferral];
