/** What every opening of sealed records shares: which offer is asked about, the state to decide on, the unsealing. */
import { signedIn, type Viewer } from '@stezhka/auth';
import type { EventStore } from '@stezhka/event-store';
import { Refusal } from '@stezhka/vocabulary';
import { factsOf, type Offer } from '../referral/published-facts.js';
import type { RecordContent } from '../vault/content.js';
import type { SealedClass } from './commands.js';
import type { Opened } from './decide.disclosure.js';
import { opened } from './decide.rules.js';
import type { OpenedHousehold } from './evolve.js';
import type { GivingDeps } from './handle.js';

/** A record and what was written in it. */
export type OpenedRecord = RecordContent & {
  readonly recordId: string;
  readonly subjectId: string;
  readonly version: number;
};

/**
 * The household of a referral and the offer that was last put to this viewer's actor, or else to anybody.
 * @throws Refusal `NOT_FOUND` where there is no referral
 */
export async function offerTo(
  store: EventStore,
  viewer: Viewer | undefined,
  referralId: string,
): Promise<{ readonly householdId: string; readonly offer: Offer | undefined }> {
  signedIn(viewer);
  const referral = factsOf(await store.read(`referral-${referralId}`, { leader: true }));
  if (!referral) throw new Refusal('NOT_FOUND');
  const { householdId } = referral;
  const sent = referral.offers.filter(({ permitId }) => permitId !== undefined);
  const offer = sent.findLast((one) => one.recipientActorId === viewer.actorId) ?? sent.at(-1);
  return { householdId, offer };
}

/** The household after the fact was written: the state on which its records are opened. */
export async function afterwards({ handler }: GivingDeps, householdId: string): Promise<OpenedHousehold> {
  const found = await handler.load(householdId);
  if (!found) throw new Refusal('NOT_FOUND');
  return opened(found.state);
}

export async function unseal(
  { vault }: GivingDeps,
  householdId: string,
  { records }: Opened,
): Promise<OpenedRecord[]> {
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
