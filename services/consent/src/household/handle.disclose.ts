/**
 * Opening sealed records. The fact is written first; then, before every unsealing, it is decided again on the
 * household as it stands after that: so a retry after a withdrawal opens nothing, although its command took effect.
 */
import type { Viewer } from '@stezhka/auth';
import type { Receipt } from '@stezhka/event-store';
import type { Disclose, ReadOwn } from './commands.js';
import { type Asked, opensToRecipient } from './decide.disclosure.js';
import type { HouseholdWalls } from './decide.walls.js';
import { type Given, give } from './handle.js';
import { afterwards, type OpenedRecord, type OpeningDeps, offerTo, openRecorded } from './handle.opening.js';
import { shownReceipt, shownRecord } from './shown-ids.js';

export interface DiscloseReferralInput extends Given, Asked {
  readonly referralId: string;
}
export interface ReadHouseholdInput extends Given, Asked {
  readonly householdId: string;
}

/** To a recipient everything is named within its permit, to the household's own actor as in the file. */
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

export function createDisclosureCommands(deps: OpeningDeps): DisclosureCommands {
  const wall: HouseholdWalls['wall'] = deps.wall;
  return {
    async discloseReferral(viewer, { key, referralId, ...asked }, now) {
      const { householdId, look } = await offerTo(deps, viewer, referralId);
      const command: Disclose = { type: 'Disclose', referralId, ...asked };
      const receipt = await give(deps, { viewer, householdId, command, facts: look, key, now });
      const { what, records } = await openRecorded(deps, householdId, receipt, async () => {
        const facts = { ...(await look()), by: viewer };
        return opensToRecipient(deps, await afterwards(deps, householdId), facts, asked, now);
      });
      return {
        receipt: shownReceipt(referralId, receipt),
        records: records.map((record) => shownRecord(deps.secret, what.permit, householdId, record)),
      };
    },

    async readHousehold(viewer, { key, householdId, ...asked }, now) {
      const command: ReadOwn = { type: 'ReadOwn', ...asked };
      const receipt = await give(deps, { viewer, householdId, command, key, now });
      const { records } = await openRecorded(deps, householdId, receipt, async () => {
        const file = await afterwards(deps, householdId);
        // A retry by somebody who has lost the role since finds its receipt, and opens nothing.
        wall.authorize('household.unseal', viewer, file);
        return { permitId: householdId, records: file.records };
      });
      return { receipt, records };
    },
  };
}
