/** What may not be done with a referral. */
import { aHousehold, aNext, aPreparedReferral, aReferral } from '../every-mutation/referred.js';
import { theNeed } from '../every-mutation/scene.js';
import { anHourAgo, inAnHour, onHousehold, onReferral, type RefusedAct, refused } from './refused-act.js';

const stale = { seenRevision: '0' };
const draft = { ...theNeed, urgency: 'normal' };

export const refusedActsOfReferrals: readonly RefusedAct[] = [
  refused(
    'a draft is not there for whom it may be sent to',
    'acknowledgeReferral',
    'NOT_FOUND',
    onReferral('intake', 'draft'),
  ),
  refused(
    'what was accepted is not acknowledged any more',
    'acknowledgeReferral',
    'ILLEGAL_TRANSITION',
    onReferral('intake', 'accepted'),
    'startReferral',
  ),
  refused(
    'what was only sent is not started',
    'startReferral',
    'ILLEGAL_TRANSITION',
    onReferral('intake', 'sent'),
    'acceptReferral',
    'declineReferral',
  ),
  refused(
    'what is complete stays so',
    'declineReferral',
    'ILLEGAL_TRANSITION',
    onReferral('intake', 'completed', { reason: 'out_of_area' }),
  ),
  refused(
    'nothing was typed in that could be confirmed',
    'confirmAnswer',
    'ILLEGAL_TRANSITION',
    onReferral('intake', 'sent'),
    'acceptReferral',
  ),
  refused(
    'what was sent is not sent again',
    'sendReferral',
    'ILLEGAL_TRANSITION',
    async (scene) => {
      const household = await aHousehold(scene);
      const referralId = await aReferral(scene, household, 'sent');
      const { decisionRecordId } = household;
      const offer = {
        serviceId: scene.serviceId,
        dataClasses: ['C1', 'C2'],
        decisionRecordIds: [decisionRecordId],
      };
      return { by: scene.people.caseworker, input: { referralId, ...offer } };
    },
    'withdrawReferral',
  ),
  refused(
    'what continues nothing is not sent by itself',
    'prepareReferral',
    'ILLEGAL_TRANSITION',
    async (scene) => {
      const household = await aHousehold(scene);
      const next = await aNext(scene, household);
      const referralId = await aReferral(scene, household, 'draft');
      return { by: scene.people.caseworker, input: { ...next, referralId } };
    },
    'sendReferral',
  ),
  refused(
    'who is asked already is not asked next',
    'prepareReferral',
    'NOT_ELIGIBLE',
    async (scene) => {
      const next = await aNext(scene, await aHousehold(scene));
      return { by: scene.people.caseworker, input: { ...next, serviceId: scene.serviceId } };
    },
    'candidates',
  ),
  refused(
    'what is not prepared is not called off',
    'cancelPreparation',
    'ILLEGAL_TRANSITION',
    async (scene) => {
      const { referralId } = await aNext(scene, await aHousehold(scene));
      return { by: scene.people.caseworker, input: { referralId } };
    },
    'prepareReferral',
  ),
  refused('another’s preparation, called off', 'cancelPreparation', 'NOT_FOUND', async (scene) => {
    const referralId = await aPreparedReferral(scene, await aHousehold(scene));
    return { by: scene.people.outsider, input: { referralId } };
  }),
  refused(
    'an acceptance of what has moved',
    'acceptReferral',
    'STALE_REVISION',
    onReferral('intake', 'acknowledged', stale),
  ),
  refused(
    'a withdrawal of what has moved',
    'withdrawReferral',
    'STALE_REVISION',
    onReferral('caseworker', 'sent', { reason: 'need_met', ...stale }),
  ),
  refused(
    'an acceptance that has not happened yet',
    'acceptReferral',
    'OCCURRED_IN_FUTURE',
    onReferral('intake', 'sent', { occurredAt: inAnHour }),
    'occurredAt',
  ),
  refused(
    'an acceptance before the referral was sent',
    'acceptReferral',
    'OCCURRED_BEFORE',
    onReferral('intake', 'sent', { occurredAt: anHourAgo }),
    'occurredAt',
  ),
  refused(
    'an answer on a channel that is read only',
    'acceptReferral',
    'UNKNOWN_CODE',
    onReferral('intake', 'sent', { channel: 'import' }),
    'phone',
    'api',
  ),
  refused(
    'a decline without its scope',
    'declineReferral',
    'REASON_REQUIRED',
    onReferral('intake', 'sent', { reason: 'no_capacity' }),
    'capacityScope',
  ),
  refused(
    'a decline without its words',
    'declineReferral',
    'REASON_REQUIRED',
    onReferral('intake', 'sent', { reason: 'other' }),
    'noteRecordId',
  ),
  refused('another’s referral, accepted', 'acceptReferral', 'NOT_FOUND', onReferral('outsider', 'sent')),
  refused(
    'another’s referral, withdrawn',
    'withdrawReferral',
    'NOT_FOUND',
    onReferral('outsider', 'sent', { reason: 'need_met' }),
  ),
  refused(
    'another’s household, referred',
    'draftReferral',
    'NOT_FOUND',
    onHousehold('outsider', (_scene, memberIds) => ({ memberIds, ...draft })),
  ),
  refused('members of another household, referred', 'draftReferral', 'NOT_FOUND', async (scene) => {
    const [{ householdId }, { memberIds }] = [await aHousehold(scene), await aHousehold(scene)];
    return { by: scene.people.caseworker, input: { householdId, memberIds, ...draft } };
  }),
];
