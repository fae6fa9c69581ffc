/**
 * The questions that a domain asks before it answers. What a viewer may not see looks like what does not exist, so
 * a refusal here is never "forbidden".
 */
import { type Pathway, Refusal, type Role } from '@stezhka/vocabulary';
import type { Viewer } from './viewer.js';

/**
 * Somebody is signed in.
 * @throws Refusal UNAUTHENTICATED
 */
export function signedIn(viewer: Viewer | undefined): asserts viewer is Viewer {
  if (viewer === undefined) throw new Refusal('UNAUTHENTICATED');
}

/**
 * She has at least one of these roles.
 * @throws Refusal UNAUTHENTICATED for nobody, NOT_FOUND for somebody else
 */
export function hasRole(viewer: Viewer | undefined, ...roles: readonly Role[]): asserts viewer is Viewer {
  signedIn(viewer);
  if (!roles.some((role) => viewer.roles.includes(role))) throw new Refusal('NOT_FOUND');
}

/**
 * She may work on this pathway. The general one needs no certification.
 * @throws Refusal UNAUTHENTICATED for nobody, NOT_FOUND for the uncertified
 */
export function certifiedFor(viewer: Viewer | undefined, pathway: Pathway): asserts viewer is Viewer {
  signedIn(viewer);
  if (pathway !== 'general' && !viewer.certifications.includes(pathway)) throw new Refusal('NOT_FOUND');
}

/**
 * She works for this organisation.
 * @throws Refusal UNAUTHENTICATED for nobody, NOT_FOUND for everybody else
 */
export function worksFor(viewer: Viewer | undefined, actorId: string): asserts viewer is Viewer {
  signedIn(viewer);
  if (viewer.actorId !== actorId) throw new Refusal('NOT_FOUND');
}
