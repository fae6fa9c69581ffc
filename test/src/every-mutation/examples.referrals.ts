/** One command of each kind that referrals takes. */
import type { Call, Example, Examples, Input } from './example.js';
import { aHousehold, aNext, aPreparedReferral, aReferral, type Stage } from './referred.js';
import { type Scene, theNeed } from './scene.js';

const inReferral = (id: string) => `referral-${id}`;

export const referralsExamples: Examples = {
  async draftReferral(scene) {
    const { caseworker: by } = scene.people;
    const household = await aHousehold(scene);
    const { householdId, memberIds } = household;
    const given = { householdId, memberIds, ...theNeed, urgency: 'normal' };
    const other = await aReferral(scene, household, 'draft');
    return {
      by,
      given,
      changed: { ...given, urgency: 'urgent' },
      elsewhere: withdrawal(scene, other),
      stream: inReferral,
      next: (id) => withdrawal(scene, id),
    };
  },

  async sendReferral(scene) {
    const { caseworker: by, intake } = scene.people;
    const [one, other] = [await aHousehold(scene), await aHousehold(scene)];
    const input = async (household: typeof one) => ({
      referralId: await aReferral(scene, household, 'draft'),
      serviceId: scene.serviceId,
      dataClasses: ['C1', 'C2'],
      decisionRecordIds: [household.decisionRecordId],
    });
    const given = await input(one);
    return {
      by,
      given,
      changed: { ...given, dataClasses: ['C0', 'C1', 'C2'] },
      elsewhere: { by, mutation: 'sendReferral', input: await input(other) },
      stream: inReferral,
      next: (referralId) => ({ by: intake, mutation: 'acknowledgeReferral', input: { referralId } }),
    };
  },

  async prepareReferral(scene) {
    const { caseworker: by } = scene.people;
    const household = await aHousehold(scene);
    const given = await aNext(scene, household);
    return {
      by,
      given,
      changed: { ...given, dataClasses: ['C0', 'C1', 'C2'] },
      elsewhere: { by, mutation: 'prepareReferral', input: await aNext(scene, household) },
      stream: inReferral,
      next: (referralId) => ({ by, mutation: 'cancelPreparation', input: { referralId } }),
    };
  },

  async cancelPreparation(scene) {
    const { caseworker: by } = scene.people;
    const household = await aHousehold(scene);
    const given = { referralId: await aPreparedReferral(scene, household) };
    const other = { referralId: await aPreparedReferral(scene, household) };
    return {
      by,
      given,
      changed: { ...given, channel: 'portal' },
      elsewhere: { by, mutation: 'cancelPreparation', input: other },
      stream: inReferral,
      next: (id) => withdrawal(scene, id),
    };
  },

  acknowledgeReferral: (scene) => answering(scene, 'acknowledgeReferral', 'sent', {}, 'acceptReferral'),
  acceptReferral: (scene) => answering(scene, 'acceptReferral', 'acknowledged', {}, 'startReferral'),
  declineReferral: (scene) => answering(scene, 'declineReferral', 'sent', { reason: 'out_of_area' }),
  confirmAnswer: (scene) => answering(scene, 'confirmAnswer', 'typedIn', {}, 'startReferral'),
  startReferral: (scene) => answering(scene, 'startReferral', 'accepted', {}),
  completeReferral: (scene) =>
    answering(scene, 'completeReferral', 'in_progress', { outcome: 'service_provided' }),

  async withdrawReferral(scene) {
    const { caseworker: by } = scene.people;
    const household = await aHousehold(scene);
    const referralId = await aReferral(scene, household, 'sent');
    const other = await aReferral(scene, household, 'sent');
    const given = { referralId, reason: 'need_met' };
    return {
      by,
      given,
      changed: { ...given, reason: 'wrong_actor' },
      elsewhere: withdrawal(scene, other),
      stream: inReferral,
    };
  },
};

/** An act of the recipient's on a referral that has come that far. */
async function answering(
  scene: Scene,
  mutation: string,
  from: Stage,
  what: Input,
  then?: string,
): Promise<Example> {
  const { intake: by } = scene.people;
  const household = await aHousehold(scene);
  const given = { referralId: await aReferral(scene, household, from), ...what };
  const other = { referralId: await aReferral(scene, household, from), ...what };
  return {
    by,
    given,
    changed: { ...given, channel: 'portal' },
    elsewhere: { by, mutation, input: other },
    stream: inReferral,
    ...(then ? { next: (referralId: string) => ({ by, mutation: then, input: { referralId } }) } : {}),
  };
}

function withdrawal(scene: Scene, referralId: string): Call {
  const input = { referralId, reason: 'need_met' };
  return { by: scene.people.caseworker, mutation: 'withdrawReferral', input };
}
