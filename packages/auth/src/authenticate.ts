/** From the Authorization header to a viewer: the one way into the domain, over HTTP and inside the process. */
import { Refusal } from '@stezhka/vocabulary';
import type { Membership } from './membership.js';
import type { TokenVerifier } from './token-verifier.js';
import type { Viewer } from './viewer.js';

/**
 * Who asks at `now`. No header is nobody: undefined. A valid token of somebody who is no member, or disabled, is
 * nobody as well.
 * @throws Refusal UNAUTHENTICATED for a header that is not a valid bearer token, UNAVAILABLE when membership or the
 * issuer's keys cannot be known now
 */
export type Authenticate = (authorization: string | undefined, now: Date) => Promise<Viewer | undefined>;

export function createAuthenticate(deps: {
  readonly verifier: TokenVerifier;
  readonly membership: Membership;
}): Authenticate {
  return async (authorization, now) => {
    if (authorization === undefined) return undefined;
    const token = /^Bearer ([A-Za-z0-9._~+/-]+=*)$/i.exec(authorization)?.[1];
    if (token === undefined) throw new Refusal('UNAUTHENTICATED');
    return deps.membership.viewerOf(await deps.verifier.verify(token), now);
  };
}
