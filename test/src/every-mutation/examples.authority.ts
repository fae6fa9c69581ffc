/** One command of each kind about codes for authorities. */
import { randomUUID } from 'node:crypto';
import type { Examples } from './example.js';
import { aHousehold, aReferral } from './referred.js';
import type { Scene } from './scene.js';

const inCode = (id: string) => `authoritycode-${id}`;

export const authorityExamples: Examples = {
  async giveAuthorityCode(scene) {
    const { caseworker: by, official } = scene.people;
    const household = await aHousehold(scene);
    const [referralId, other] = [
      await aReferral(scene, household, 'sent'),
      await aReferral(scene, household, 'sent'),
    ];
    const to = { authorityActorId: official.viewer.actorId };
    const given = { referralId, ...to };
    return {
      by,
      given,
      changed: { ...given, channel: 'phone' },
      elsewhere: { by, mutation: 'giveAuthorityCode', input: { referralId: other, ...to } },
      stream: inCode,
      next: (codeId) => ({ by, mutation: 'revokeAuthorityCode', input: { codeId } }),
    };
  },

  async revokeAuthorityCode(scene) {
    const { caseworker: by } = scene.people;
    const [one, other] = [await aCode(scene), await aCode(scene)];
    return {
      by,
      given: { codeId: one.id },
      changed: { codeId: one.id, channel: 'phone' },
      elsewhere: { by, mutation: 'revokeAuthorityCode', input: { codeId: other.id } },
      stream: inCode,
      next: () => ({ by: scene.people.official, mutation: 'askReferralStatus', input: { code: one.code } }),
    };
  },

  async askReferralStatus(scene) {
    const { official: by, caseworker } = scene.people;
    const [one, other] = [await aCode(scene), await aCode(scene)];
    const elsewhere = { by, mutation: 'askReferralStatus', input: { code: other.code } };
    return {
      by,
      given: { code: one.code },
      elsewhere,
      // Her askings lie in one stream, whatever she asks with.
      stream: (staffId) => `statusasking-${staffId}`,
      next: () => ({ by: caseworker, mutation: 'revokeAuthorityCode', input: { codeId: one.id } }),
    };
  },
};

/** For the official, of a referral that waits for an answer. */
export async function aCode(scene: Scene): Promise<{ readonly id: string; readonly code: string }> {
  const { caseworker, official } = scene.people;
  const referralId = await aReferral(scene, await aHousehold(scene), 'sent');
  const { authority } = scene.network.referrals;
  const { actorId: authorityActorId } = official.viewer;
  return authority.give(
    caseworker.viewer,
    { type: 'GiveAuthorityCode', referralId, authorityActorId, channel: 'phone' },
    { key: randomUUID(), now: new Date() },
  );
}
