/** From the Authorization header to a viewer: the one way into the domain, over HTTP and inside the process. */
import { Refusal } from '@stezhka/vocabulary';
import type { Membership } from './membership.js';
import { rememberMembers } from './remembered-members.js';
import type { TokenVerifier } from './token-verifier.js';
import type { Viewer } from './viewer.js';

/**
 * Who asks at `now`. No header is nobody: undefined. A valid token of somebody who is no member, or disabled, is
 * nobody as well. Who has just asked is remembered, unless it is asked `anew`.
 * @throws Refusal UNAUTHENTICATED for a header that is not a valid bearer token, UNAVAILABLE when membership or the
 * issuer's keys cannot be known now
 */
export type Authenticate = (
  authorization: string | undefined,
  now: Date,
  how?: 'anew',
) => Promise<Viewer | undefined>;

export function createAuthenticate(deps: {
  readonly verifier: TokenVerifier;
  readonly membership: Membership;
  /** Another number as soon as this process knows that rows of members may have changed. */
  readonly written: () => number;
}): Authenticate {
  const members = rememberMembers(deps.membership, deps.written);
  return async (authorization, now, how) => {
    if (authorization === undefined) return undefined;
    const token = /^Bearer ([A-Za-z0-9._~+/-]+=*)$/i.exec(authorization)?.[1];
    if (token === undefined) throw new Refusal('UNAUTHENTICATED');
    const claims = await deps.verifier.verify(token);
    return how === 'anew' ? members.viewerAnew(claims, now) : members.viewerOf(claims, now);
  };
}
