/** What may not be done about a code for an authority, nor with one. */
import { aCode } from '../every-mutation/examples.authority.js';
import type { Stage } from '../every-mutation/referred.js';
import { aHousehold, aReferral } from '../every-mutation/referred.js';
import type { Role } from '../every-mutation/scene.js';
import { type RefusedAct, refused } from './refused-act.js';

const giving =
  (who: Role, stage: Stage, to?: string): RefusedAct['prepare'] =>
  async (scene) => {
    const referralId = await aReferral(scene, await aHousehold(scene), stage);
    const authorityActorId = to ?? scene.people.official.viewer.actorId;
    return { by: scene.people[who], input: { referralId, authorityActorId } };
  };
const asking =
  (who: Role, code: string): RefusedAct['prepare'] =>
  async ({ people }) => ({
    by: people[who],
    input: { code },
  });

export const refusedActsOfAuthority: readonly RefusedAct[] = [
  refused(
    'a code of what was never sent',
    'giveAuthorityCode',
    'ILLEGAL_TRANSITION',
    giving('caseworker', 'draft'),
    'sendReferral',
  ),
  refused(
    'a code of what has ended',
    'giveAuthorityCode',
    'ILLEGAL_TRANSITION',
    giving('caseworker', 'completed'),
  ),
  refused(
    'a code for nobody of the network',
    'giveAuthorityCode',
    'NOT_FOUND',
    giving('caseworker', 'sent', 'a2b3c4d5e6f7a2b3c4d5e6f7a2'),
  ),
  refused('a code of what one received', 'giveAuthorityCode', 'NOT_FOUND', giving('intake', 'sent')),
  refused('another’s code, taken back', 'revokeAuthorityCode', 'NOT_FOUND', async (scene) => ({
    by: scene.people.outsider,
    input: { codeId: (await aCode(scene)).id },
  })),
  refused(
    'a code that is mistyped',
    'askReferralStatus',
    'INVALID_INPUT',
    asking('official', '0000-0000-0000-0000-1'),
    'code',
  ),
  refused(
    'the working reference',
    'askReferralStatus',
    'INVALID_INPUT',
    asking('official', 'ST-7K3Q-M2XW-4'),
    'code',
  ),
  refused(
    'a code by who is no official',
    'askReferralStatus',
    'NOT_FOUND',
    asking('caseworker', '0000-0000-0000-0000-0'),
  ),
];
