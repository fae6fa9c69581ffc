/** What a sender does about a code for an authority, and what an official does with one. */
import type { Act } from './acts.js';
import * as may from './rules-of-acts.js';
import { memberOf } from './viewers.js';

export const actsOnCodes: readonly Act[] = [
  {
    mutation: 'giveAuthorityCode',
    may: may.letsAnAuthorityAsk,
    doer: 'sender',
    input: ({ referrals, actorId }) => ({ referralId: referrals.sent, authorityActorId: actorId }),
    // Who works on the isolated pathway knows the referral, and is told that this is not possible with it.
    told: (viewer, pathway) =>
      may.refers(memberOf(viewer), pathway, 'sender') ? 'ILLEGAL_TRANSITION' : undefined,
  },
  {
    mutation: 'revokeAuthorityCode',
    may: may.refers,
    doer: 'sender',
    input: ({ code }) => ({ codeId: code.id }),
  },
];

/** Asking has no pathway: an official may ask with anything, and askings.ts judges what she is told. */
export const actsWithACode: readonly Act[] = [
  {
    mutation: 'askReferralStatus',
    may: may.asksByCode,
    doer: 'official',
    input: ({ code }) => ({ code: code.code }),
  },
];
