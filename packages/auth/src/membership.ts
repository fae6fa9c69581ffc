/** Who a verified subject is in the network, by the registry's events as this service has them. */
import type { TokenClaims } from './token-verifier.js';
import type { Viewer } from './viewer.js';

export interface Membership {
  /**
   * The member behind a token; undefined if there is none or she is disabled.
   * @throws Refusal UNAVAILABLE when the projection is too far behind to be trusted
   */
  viewerOf(claims: TokenClaims): Promise<Viewer | undefined>;
}
