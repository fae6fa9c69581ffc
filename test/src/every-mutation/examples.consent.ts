/** One command of each kind that consent takes. */
import type { Example, Examples, Input } from './example.js';
import { aHousehold, aReferral, theTerms } from './referred.js';
import type { Scene } from './scene.js';

const inHousehold = (id: string) => `household-${id}`;

export const consentExamples: Examples = {
  async discloseReferral(scene) {
    const { intake } = scene.people;
    const [one, other] = [await referred(scene), await referred(scene)];
    const asked = { classes: ['C1'], purpose: 'service_delivery' };
    return {
      by: intake,
      given: { referralId: one.referralId, ...asked },
      changed: { referralId: one.referralId, ...asked, classes: ['C2'] },
      elsewhere: {
        by: intake,
        mutation: 'discloseReferral',
        input: { referralId: other.referralId, ...asked },
      },
      stream: () => inHousehold(one.householdId),
      next: () => ({ by: intake, mutation: 'startReferral', input: { referralId: one.referralId } }),
    };
  },

  async readHousehold(scene) {
    const asked = { classes: ['C1'], purpose: 'service_delivery' };
    const example = await inTwoHouseholds(scene, 'readHousehold', asked, { ...asked, classes: ['C2'] });
    return { ...example, next: (id) => contactOf(scene, id, example.members[0]!) };
  },

  async openHousehold(scene) {
    const { caseworker } = scene.people;
    const { householdId } = await aHousehold(scene);
    return {
      by: caseworker,
      given: { memberCount: 2 },
      changed: { memberCount: 3 },
      elsewhere: { by: caseworker, mutation: 'addMember', input: { householdId } },
      stream: inHousehold,
      next: (id) => ({ by: caseworker, mutation: 'addMember', input: { householdId: id } }),
    };
  },

  async addMember(scene) {
    const example = await inTwoHouseholds(scene, 'addMember', {}, { channel: 'paper' });
    const { by } = example;
    return { ...example, next: (householdId) => ({ by, mutation: 'addMember', input: { householdId } }) };
  },

  async sealRecord(scene) {
    const seal = (subjectId: string, name: string) => ({ subjectId, contact: { name, language: 'uk' } });
    const [one, other] = [await aHousehold(scene), await aHousehold(scene)];
    const by = scene.people.caseworker;
    const input = (of: typeof one, name: string) => ({
      householdId: of.householdId,
      ...seal(of.memberIds[0]!, name),
    });
    return {
      by,
      given: input(one, 'Ярина Вигадана'),
      changed: input(one, 'Ярина Інакша'),
      elsewhere: { by, mutation: 'sealRecord', input: input(other, 'Ярина Вигадана') },
      stream: inHousehold,
      next: (id) => contactOf(scene, id, one.memberIds[0]!),
    };
  },

  async recordAgreement(scene) {
    const { caseworker: by, intake } = scene.people;
    const [one, other] = [await aHousehold(scene), await aHousehold(scene)];
    const input = ({ householdId, memberIds }: typeof one, retentionDays = 90) => ({
      householdId,
      ...theTerms(memberIds, [intake.viewer.actorId]),
      retentionDays,
    });
    return {
      by,
      given: input(one),
      changed: input(one, 30),
      elsewhere: { by, mutation: 'recordAgreement', input: input(other) },
      stream: inHousehold,
      next: (householdId) => ({ by, mutation: 'withdrawAgreement', input: { householdId } }),
    };
  },

  async withdrawAgreement(scene) {
    const { caseworker: by, intake } = scene.people;
    const example = await inTwoHouseholds(scene, 'withdrawAgreement', {}, { channel: 'phone' });
    return {
      ...example,
      next: (householdId) => ({
        by,
        mutation: 'recordAgreement',
        input: { householdId, ...theTerms(example.members, [intake.viewer.actorId]) },
      }),
    };
  },

  async sealReferralNote(scene) {
    const { intake } = scene.people;
    const [one, other] = [await referred(scene), await referred(scene)];
    const note = { referralId: one.referralId, text: 'Двері з двору.' };
    return {
      by: intake,
      given: note,
      changed: { ...note, text: 'Двері з вулиці.' },
      elsewhere: {
        by: intake,
        mutation: 'sealReferralNote',
        input: { ...note, referralId: other.referralId },
      },
      stream: () => inHousehold(one.householdId),
      next: () => ({ by: intake, mutation: 'startReferral', input: { referralId: one.referralId } }),
    };
  },

  async readReferralNotes(scene) {
    const { intake, caseworker } = scene.people;
    const [one, other] = [await referred(scene), await referred(scene)];
    const note = (of: typeof one) => ({ referralId: of.referralId, text: 'Приїдуть увечері.' });
    for (const here of [one, other]) await caseworker.party.does('sealReferralNote { recordId }', note(here));
    const asked = { referralId: one.referralId, purpose: 'service_delivery' };
    return {
      by: intake,
      given: asked,
      changed: { ...asked, purpose: 'eligibility_decision' },
      elsewhere: {
        by: intake,
        mutation: 'readReferralNotes',
        input: { ...asked, referralId: other.referralId },
      },
      stream: () => inHousehold(one.householdId),
      next: () => ({ by: caseworker, mutation: 'sealReferralNote', input: note(one) }),
    };
  },
};

async function referred(scene: Scene) {
  const household = await aHousehold(scene);
  return { ...household, referralId: await aReferral(scene, household, 'accepted') };
}

/** A mutation of the caseworker's on one of two households that are alike. */
async function inTwoHouseholds(
  scene: Scene,
  mutation: string,
  given: Input,
  changed: Input,
): Promise<Example & { readonly members: readonly string[] }> {
  const by = scene.people.caseworker;
  const [one, other] = [await aHousehold(scene), await aHousehold(scene)];
  return {
    by,
    given: { householdId: one.householdId, ...given },
    changed: { householdId: one.householdId, ...changed },
    elsewhere: { by, mutation, input: { householdId: other.householdId, ...given } },
    stream: inHousehold,
    members: one.memberIds,
  };
}

function contactOf(scene: Scene, householdId: string, subjectId: string) {
  const input = { householdId, subjectId, contact: { name: 'Ярина Пізніша' } };
  return { by: scene.people.caseworker, mutation: 'sealRecord', input };
}
