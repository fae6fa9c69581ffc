/** What may not be done with a household. */
import { aHousehold, theTerms } from '../every-mutation/referred.js';
import type { Scene } from '../every-mutation/scene.js';
import { inAnHour, onHousehold, onReferral, type RefusedAct, refused } from './refused-act.js';

const opening = { classes: ['C1'], purpose: 'service_delivery' };
const terms = ({ people }: Scene, members: readonly string[]) =>
  theTerms(members, [people.intake.viewer.actorId]);
const nowhere = 'neverwasneverwasneverwas22';
const contact = { name: 'Ольга Вигадана' };

export const refusedActsOfConsent: readonly RefusedAct[] = [
  refused(
    'a household that is not opened yet',
    'openHousehold',
    'OCCURRED_IN_FUTURE',
    async ({ people }) => ({ by: people.caseworker, input: { occurredAt: inAnHour } }),
    'occurredAt',
  ),
  refused(
    'a member who has not come yet',
    'addMember',
    'OCCURRED_IN_FUTURE',
    onHousehold('caseworker', () => ({ occurredAt: inAnHour })),
    'occurredAt',
  ),
  refused(
    'an oral agreement that nobody heard',
    'recordAgreement',
    'INVALID_INPUT',
    onHousehold('caseworker', (...of) => ({ ...terms(...of), witnessed: false })),
    'witnessed',
  ),
  refused(
    'an agreement that ends before it begins',
    'recordAgreement',
    'INVALID_INPUT',
    onHousehold('caseworker', (...of) => ({ ...terms(...of), validUntil: '2020-01-01T00:00:00Z' })),
    'validUntil',
  ),
  refused(
    'an agreement of nobody who is known',
    'recordAgreement',
    'NOT_FOUND',
    onHousehold('caseworker', (scene) => terms(scene, [nowhere])),
  ),
  refused(
    'a word where a recipient’s id belongs',
    'recordAgreement',
    'INVALID_INPUT',
    onHousehold('caseworker', (...of) => ({ ...terms(...of), recipientIds: ['Olha.Vyhadana'] })),
  ),
  refused(
    'two contents in one record',
    'sealRecord',
    'INVALID_INPUT',
    onHousehold('caseworker', (_scene, [subjectId]) => ({
      subjectId,
      contact,
      special: { health: 'добре' },
    })),
    'contact',
    'special',
  ),
  refused(
    'no content in a record',
    'sealRecord',
    'INVALID_INPUT',
    onHousehold('caseworker', (_scene, [subjectId]) => ({ subjectId })),
    'contact',
    'decisionSet',
  ),
  refused('a record of another household’s member', 'sealRecord', 'NOT_FOUND', async (scene) => {
    const [{ householdId }, { memberIds }] = [await aHousehold(scene), await aHousehold(scene)];
    return { by: scene.people.caseworker, input: { householdId, subjectId: memberIds[0], contact } };
  }),
  refused(
    'the name before the acceptance',
    'discloseReferral',
    'NOT_AGREED',
    onReferral('intake', 'acknowledged', opening),
    'C2',
  ),
  refused(
    'a class that nobody agreed to',
    'discloseReferral',
    'NOT_AGREED',
    onReferral('intake', 'accepted', { ...opening, classes: ['C4'] }),
    'C1',
    'C2',
  ),
  refused(
    'another’s referral, opened',
    'discloseReferral',
    'NOT_FOUND',
    onReferral('outsider', 'accepted', opening),
  ),
  refused(
    'another’s words',
    'readReferralNotes',
    'NOT_FOUND',
    onReferral('outsider', 'accepted', { purpose: 'service_delivery' }),
  ),
  refused(
    'words about a referral that is over',
    'sealReferralNote',
    'ILLEGAL_TRANSITION',
    onReferral('caseworker', 'completed', { text: 'Дякую.' }),
  ),
  refused(
    'another’s household, opened',
    'readHousehold',
    'NOT_FOUND',
    onHousehold('outsider', () => opening),
  ),
  refused('a household that never was', 'readHousehold', 'NOT_FOUND', async ({ people }) => ({
    by: people.caseworker,
    input: { householdId: nowhere, ...opening },
  })),
  refused('another’s withdrawal', 'withdrawAgreement', 'NOT_FOUND', onHousehold('outsider')),
  refused(
    'the withdrawal of an agreement that never was',
    'withdrawAgreement',
    'NOT_FOUND',
    onHousehold('caseworker', () => ({ agreementIds: [nowhere] })),
  ),
];
