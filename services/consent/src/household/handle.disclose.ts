/**
 * Opening sealed records. The fact is written first; then, before every unsealing, it is decided again on the
 * household as it stands after that: so a retry after a withdrawal opens nothing, although its command took effect.
 */
import type { Viewer } from '@stezhka/auth';
import type { EventStore, Receipt } from '@stezhka/event-store';
import type { Disclose, ReadOwn } from './commands.js';
import { type Asked, opensToOwner, opensToRecipient } from './decide.disclosure.js';
import type { HouseholdWalls } from './decide.walls.js';
import { type Given, type GivingDeps, give } from './handle.js';
import { afterwards, type OpenedRecord, offerTo, unseal } from './handle.opening.js';

export interface DiscloseReferralInput extends Given, Asked {
  readonly referralId: string;
}
export interface ReadHouseholdInput extends Given, Asked {
  readonly householdId: string;
}

export interface Disclosure {
  readonly receipt: Receipt;
  readonly records: readonly OpenedRecord[];
}

export interface DisclosureCommands {
  /**
   * @throws Refusal `NOT_FOUND` to whoever could open nothing of it now, `NOT_AGREED` with the classes that she could
   */
  discloseReferral(viewer: Viewer | undefined, input: DiscloseReferralInput, now: Date): Promise<Disclosure>;
  readHousehold(viewer: Viewer | undefined, input: ReadHouseholdInput, now: Date): Promise<Disclosure>;
}

export function createDisclosureCommands(
  deps: GivingDeps & HouseholdWalls & { readonly store: EventStore },
): DisclosureCommands {
  return {
    async discloseReferral(viewer, { key, referralId, ...asked }, now) {
      const { householdId, offer } = await offerTo(deps.store, viewer, referralId);
      const command: Disclose = { type: 'Disclose', referralId, ...asked };
      const receipt = await give(deps, { viewer, householdId, command, facts: { offer }, key, now });
      const what = opensToRecipient(
        deps,
        await afterwards(deps, householdId),
        { by: viewer, offer },
        asked,
        now,
      );
      return { receipt, records: await unseal(deps, householdId, what) };
    },

    async readHousehold(viewer, { key, householdId, ...asked }, now) {
      const command: ReadOwn = { type: 'ReadOwn', ...asked };
      const receipt = await give(deps, { viewer, householdId, command, key, now });
      const file = await afterwards(deps, householdId);
      const wall: HouseholdWalls['wall'] = deps.wall;
      // A retry by somebody who has lost the role since finds its receipt, and opens nothing.
      wall.authorize('household.unseal', viewer, file);
      return { receipt, records: await unseal(deps, householdId, opensToOwner(file, asked)) };
    },
  };
}
