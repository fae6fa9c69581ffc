/** Has every recipient lost what it was offered? Referrals says so in the stream of each referral. */
import type { EventStore } from '@stezhka/event-store';
import type { Permit } from './evolve.js';

type Ended = Pick<Permit, 'referralId' | 'offerId'>;

/** True as soon as all of these offers are known to be over; false if they are not in that many milliseconds. */
export async function sharingHasEnded(
  store: EventStore,
  ended: readonly Ended[],
  withinMs: number,
): Promise<boolean> {
  const signal = AbortSignal.timeout(withinMs);
  const referralIds = [...new Set(ended.map(({ referralId }) => referralId))];
  const answers = referralIds.map((referralId) =>
    isOver(
      store,
      referralId,
      ended.filter((one) => one.referralId === referralId).map(({ offerId }) => offerId),
      signal,
    ),
  );
  return (await Promise.all(answers)).every(Boolean);
}

async function isOver(
  store: EventStore,
  referralId: string,
  offerIds: readonly string[],
  signal: AbortSignal,
): Promise<boolean> {
  const waiting = new Set(offerIds);
  const unsent = new Set(offerIds);
  for await (const { type, data } of store.follow(`referral-${referralId}`, { signal })) {
    const { offerId } = data as { readonly offerId?: string };
    if (type === 'ReferralSent.v1' && offerId) unsent.delete(offerId);
    if (type === 'ReferralSharingEnded.v1' && offerId) waiting.delete(offerId);
    // A draft that was given up never reaches whom it was meant for.
    if (type === 'ReferralWithdrawn.v1') for (const never of unsent) waiting.delete(never);
    if (waiting.size === 0) return true;
  }
  return false;
}
