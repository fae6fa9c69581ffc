/** A household of canaries goes the whole way: sealed, referred, declined, referred again, served, withdrawn. */
import { randomUUID } from 'node:crypto';
import { mutationNamed } from '../every-mutation/documents.js';
import { isSent, theTerms } from '../every-mutation/referred.js';
import { type Person, type Scene, theNeed } from '../every-mutation/scene.js';
import type { Asking } from './answers-kept.js';
import { contentOfCanaries, contents } from './personal-fields.js';

const sealedClasses = ['C1', 'C2', 'C3', 'C4'];

/** What each party may open is opened, what it may not is asked for. The answers are in `asking`. */
export async function tellOfCanaries(
  scene: Scene,
  { ask }: Asking,
  canary: (field: string) => string,
): Promise<void> {
  const { caseworker, intake, administrator, outsider } = scene.people;

  async function does(by: Person, mutation: string, input: object) {
    const answer = await ask(by, mutationNamed(mutation).document, { key: randomUUID(), ...input });
    const done = answer.data?.[mutation];
    if (!done) throw new Error(`${mutation}: ${answer.errors?.[0]?.extensions.code}`);
    return done;
  }
  async function tries(by: Person, mutation: string, input: object) {
    await ask(by, mutationNamed(mutation).document, { key: randomUUID(), ...input });
  }
  async function allTryToOpen(referralId: string) {
    for (const by of [intake, administrator, outsider, caseworker])
      for (const dataClass of sealedClasses)
        await tries(by, 'discloseReferral', {
          referralId,
          classes: [dataClass],
          purpose: 'service_delivery',
        });
  }

  const { receipt, memberIds } = await does(caseworker, 'openHousehold', { memberCount: 2 });
  const householdId: string = receipt.id;
  let decisionRecordId = '';
  for (const content of contents)
    for (const subjectId of [householdId, ...memberIds]) {
      const sealed = contentOfCanaries(content, canary);
      const { recordId } = await does(caseworker, 'sealRecord', { householdId, subjectId, ...sealed });
      if (content === 'decisionSet' && subjectId === householdId) decisionRecordId = recordId;
    }
  await does(caseworker, 'recordAgreement', {
    householdId,
    ...theTerms(memberIds, [intake.viewer.actorId]),
    dataClasses: ['C0', ...sealedClasses],
  });
  await does(caseworker, 'readHousehold', {
    householdId,
    classes: sealedClasses,
    purpose: 'service_delivery',
  });
  await tries(outsider, 'readHousehold', {
    householdId,
    classes: sealedClasses,
    purpose: 'service_delivery',
  });

  async function refer() {
    const need = { householdId, memberIds, ...theNeed, urgency: 'normal' };
    const { id: referralId } = await does(caseworker, 'draftReferral', need);
    await does(caseworker, 'sendReferral', {
      referralId,
      serviceId: scene.serviceId,
      dataClasses: sealedClasses,
      decisionRecordIds: [decisionRecordId],
    });
    await isSent(scene, referralId);
    return referralId;
  }

  const declined = await refer();
  await allTryToOpen(declined);
  const words = { referralId: declined, text: canary('note.decline') };
  const { recordId: noteRecordId } = await does(intake, 'sealReferralNote', words);
  await does(intake, 'declineReferral', { referralId: declined, reason: 'other', noteRecordId });
  await does(caseworker, 'readReferralNotes', { referralId: declined, purpose: 'service_delivery' });
  await allTryToOpen(declined);

  const referralId = await refer();
  await does(caseworker, 'sealReferralNote', { referralId, text: canary('note.question') });
  for (const act of ['acknowledgeReferral', 'acceptReferral', 'startReferral']) {
    await does(intake, act, { referralId });
    await tries(outsider, act, { referralId });
    await allTryToOpen(referralId);
  }
  await does(intake, 'readReferralNotes', { referralId, purpose: 'service_delivery' });
  await does(intake, 'completeReferral', { referralId, outcome: 'service_provided' });
  await does(caseworker, 'withdrawAgreement', { householdId });
  await allTryToOpen(referralId);
}
