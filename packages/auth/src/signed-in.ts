/** The first question that a domain asks, before any rule of its wall. */
import { Refusal } from '@stezhka/vocabulary';
import type { Viewer } from './viewer.js';

/**
 * Somebody is signed in.
 * @throws Refusal UNAUTHENTICATED
 */
export function signedIn(viewer: Viewer | undefined): asserts viewer is Viewer {
  if (viewer === undefined) throw new Refusal('UNAUTHENTICATED');
}
