/**
 * One question is often several requests, at several services: who asks is read from the rows for the first of them,
 * and for the others remembered, until this process writes rows of members or learns that another one may have, and
 * never longer than a quarter of a second.
 */
import type { Membership } from './membership.js';
import type { TokenClaims } from './token-verifier.js';
import type { Viewer } from './viewer.js';

const REMEMBERED_MS = 250;

interface Asked {
  readonly viewer: Promise<Viewer | undefined>;
  /** When it was asked, by the clock of requests and by one that nobody sets. */
  readonly at: number;
  readonly tick: number;
  readonly written: number;
}

export interface RememberedMembers extends Membership {
  /** As the rows have it at this moment. */
  viewerAnew: Membership['viewerOf'];
}

/**
 * Only members are remembered: whoever has just become one is let in.
 *
 * @param written another number as soon as this process knows that rows of members may have changed
 * @param tick milliseconds
 */
export function rememberMembers(
  membership: Membership,
  written: () => number,
  tick = () => performance.now(),
): RememberedMembers {
  // The same token has the same claims for as long as it is remembered itself.
  const remembered = new WeakMap<TokenClaims, Asked>();

  const ask: Membership['viewerOf'] = (claims, now) => {
    const asked = { at: now.getTime(), tick: tick(), written: written() };
    const viewer = membership.viewerOf(claims, now);
    remembered.set(claims, { viewer, ...asked });
    const forget = (): void => {
      if (remembered.get(claims)?.viewer === viewer) remembered.delete(claims);
    };
    viewer.then((member) => member ?? forget(), forget);
    return viewer;
  };

  return {
    viewerAnew: ask,
    viewerOf(claims, now) {
      const known = remembered.get(claims);
      const isFresh =
        known !== undefined &&
        written() === known.written &&
        tick() - known.tick < REMEMBERED_MS &&
        Math.abs(now.getTime() - known.at) < REMEMBERED_MS;
      return isFresh ? known.viewer : ask(claims, now);
    },
  };
}
