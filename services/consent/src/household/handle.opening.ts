/** What every opening of sealed records shares: which offer is asked about, the state to decide on, the unsealing. */
import { signedIn, type Viewer, type Wall } from '@stezhka/auth';
import type { EventStore, Receipt } from '@stezhka/event-store';
import { Refusal } from '@stezhka/vocabulary';
import { factsOf, type Offer, partiesTo } from '../referral/published-facts.js';
import type { RecordContent } from '../vault/content.js';
import type { Subjects } from './authorize.js';
import type { SealedClass } from './commands.js';
import type { Opened } from './decide.disclosure.js';
import { opened } from './decide.rules.js';
import type { HouseholdWalls } from './decide.walls.js';
import type { HouseholdEvent } from './events.js';
import type { OpenedHousehold, SealedRecord } from './evolve.js';
import type { GivingDeps } from './handle.js';

export interface OpeningDeps extends GivingDeps, HouseholdWalls {
  readonly store: EventStore;
}

/** A record and what was written in it. */
export type OpenedRecord = RecordContent & {
  readonly recordId: string;
  readonly subjectId: string;
  readonly version: number;
};

/** An offer that is asked about. */
export interface AskedOffer {
  readonly householdId: string;
  /** Where it stands by now; undefined where nothing was sent. */
  readonly look: () => Promise<{ readonly offer: Offer | undefined }>;
}

/**
 * The household of a referral and the offer that was last put to this viewer's actor, or else to anybody.
 * @throws Refusal `NOT_FOUND` where there is no referral, or she is no party to it
 */
export async function offerTo(
  deps: OpeningDeps,
  viewer: Viewer | undefined,
  referralId: string,
): Promise<AskedOffer> {
  const wall: Wall<Subjects> = deps.wall;
  signedIn(viewer);
  const read = async () => factsOf(await deps.store.read(`referral-${referralId}`, { leader: true }));
  const referral = await read();
  if (!referral) throw new Refusal('NOT_FOUND');
  const { householdId, pathway } = referral;
  const { sent, partyActorIds } = partiesTo(referral);
  // Before the household is looked for: how long the answer takes must not tell that there is one.
  wall.authorize('referral.availability', viewer, { partyActorIds, pathway });
  const asked = sent.findLast((one) => one.recipientActorId === viewer.actorId) ?? sent.at(-1);
  return {
    householdId,
    async look() {
      return { offer: (await read())?.offers.find(({ offerId }) => offerId === asked?.offerId) };
    },
  };
}

/** The household after the fact was written: the state on which its records are opened. */
export async function afterwards({ handler }: GivingDeps, householdId: string): Promise<OpenedHousehold> {
  const found = await handler.load(householdId);
  if (!found) throw new Refusal('NOT_FOUND');
  return opened(found.state);
}

/** Decided anew: on what has been published and appended by the time it is called. */
export type Decide<What extends Opened> = () => Promise<What>;

/**
 * Opens the records that the receipt's fact names, as far as they may be opened at this moment; `decide` is asked before
 * the unsealing and once more after it, because only then it is known that nothing had closed them when it began.
 */
export async function openRecorded<What extends Opened>(
  deps: OpeningDeps,
  householdId: string,
  receipt: Receipt,
  decide: Decide<What>,
): Promise<{ readonly what: What; readonly records: readonly OpenedRecord[] }> {
  const fact = await factOf(deps.store, householdId, receipt);
  const allowed = async () => {
    const what = await decide();
    // An offer that was made since is another permit: to be opened, it needs a fact of its own.
    if (fact && fact.permitId !== what.permitId) throw new Refusal('NOT_FOUND');
    return { what, records: what.records.filter(({ recordId }) => fact?.recordIds.includes(recordId)) };
  };
  const before = await allowed();
  const contents = await unseal(deps, householdId, before.records);
  const after = await allowed();
  const still = new Set(after.records.map(({ recordId }) => recordId));
  return { what: after.what, records: contents.filter(({ recordId }) => still.has(recordId)) };
}

type Disclosed = Extract<HouseholdEvent, { type: 'PersonDisclosed.v1' }>['data'];

/** What was recorded as opened; undefined where there was nothing to record. */
async function factOf(
  store: EventStore,
  householdId: string,
  { ownEvent, revision }: Receipt,
): Promise<Disclosed | undefined> {
  if (!ownEvent) return undefined;
  const [event] = await store.read(`household-${householdId}`, { leader: true, from: revision });
  return event?.data as Disclosed | undefined;
}

async function unseal(
  { vault }: GivingDeps,
  householdId: string,
  records: readonly SealedRecord[],
): Promise<OpenedRecord[]> {
  if (records.length === 0) return [];
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
