export { type Authenticate, createAuthenticate } from './authenticate.js';
export { createMembership, type Membership, type MembershipDeps } from './membership.js';
export { membershipMigration } from './membership-migration.js';
export { type MembershipTables, membershipProjection } from './membership-projection.js';
export { signedIn } from './signed-in.js';
export {
  createTokenVerifier,
  type TokenClaims,
  type TokenVerifier,
  type TokenVerifierOptions,
} from './token-verifier.js';
export type { Viewer } from './viewer.js';
export { createWall, type Gaps, type Rules, type Wall } from './wall.js';
