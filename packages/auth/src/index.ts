export { type Authenticate, createAuthenticate } from './authenticate.js';
export { certifiedFor, hasRole, signedIn, worksFor } from './authorize.js';
export type { Membership } from './membership.js';
export {
  createTokenVerifier,
  type TokenClaims,
  type TokenVerifier,
  type TokenVerifierOptions,
} from './token-verifier.js';
export type { Viewer } from './viewer.js';
export { createWall, type Gaps, type Rules, type Wall } from './wall.js';
