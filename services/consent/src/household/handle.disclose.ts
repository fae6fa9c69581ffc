/**
 * Opening sealed records. The fact is written first; then, before every unsealing, it is decided again on the
 * household as it stands after that: so a retry after a withdrawal opens nothing, although its command took effect.
 */
import { signedIn, type Viewer } from '@stezhka/auth';
import type { EventStore, Receipt } from '@stezhka/event-store';
import { Refusal } from '@stezhka/vocabulary';
import { factsOf } from '../referral/published-facts.js';
import type { RecordContent } from '../vault/content.js';
import type { Disclose, ReadOwn, SealedClass } from './commands.js';
import { type Asked, type Opened, opensToOwner, opensToRecipient } from './decide.disclosure.js';
import type { HouseholdWalls } from './decide.js';
import { opened } from './decide.rules.js';
import type { OpenedHousehold } from './evolve.js';
import { type Given, type GivingDeps, give } from './handle.js';

export interface DiscloseReferralInput extends Given, Asked {
  readonly referralId: string;
}
export interface ReadHouseholdInput extends Given, Asked {
  readonly householdId: string;
}

/** A record and what was written in it. */
export type OpenedRecord = RecordContent & {
  readonly recordId: string;
  readonly subjectId: string;
  readonly version: number;
};

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
  const { handler, vault, store } = deps;

  /** The household after the fact was written: the state on which its records are opened. */
  async function after(householdId: string): Promise<OpenedHousehold> {
    const found = await handler.load(householdId);
    if (!found) throw new Refusal('NOT_FOUND');
    return opened(found.state);
  }

  async function unseal(householdId: string, { records }: Opened): Promise<OpenedRecord[]> {
    const places = records.map((record) => ({
      ...record,
      householdId,
      dataClass: record.dataClass as SealedClass,
    }));
    const contents = await vault.open(places);
    return contents.map((content, n) => {
      const { recordId, subjectId, version } = records[n]!;
      return { ...content, recordId, subjectId, version };
    });
  }

  return {
    async discloseReferral(viewer, { key, referralId, ...asked }, now) {
      signedIn(viewer);
      const referral = factsOf(await store.read(`referral-${referralId}`, { leader: true }));
      if (!referral) throw new Refusal('NOT_FOUND');
      const { householdId } = referral;
      const sent = referral.offers.filter(({ permitId }) => permitId !== undefined);
      const offer = sent.findLast((one) => one.recipientActorId === viewer.actorId) ?? sent.at(-1);
      const command: Disclose = { type: 'Disclose', referralId, ...asked };
      const receipt = await give(deps, { viewer, householdId, command, facts: { offer }, key, now });
      const what = opensToRecipient(deps, await after(householdId), { by: viewer, offer }, asked, now);
      return { receipt, records: await unseal(householdId, what) };
    },

    async readHousehold(viewer, { key, householdId, ...asked }, now) {
      const command: ReadOwn = { type: 'ReadOwn', ...asked };
      const receipt = await give(deps, { viewer, householdId, command, key, now });
      const file = await after(householdId);
      const wall: HouseholdWalls['wall'] = deps.wall;
      // A retry by somebody who has lost the role since finds its receipt, and opens nothing.
      wall.authorize('household.unseal', viewer, file);
      return { receipt, records: await unseal(householdId, opensToOwner(file, asked)) };
    },
  };
}
