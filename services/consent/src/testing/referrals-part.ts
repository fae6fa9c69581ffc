/**
 * Referrals' part of the handshake, played by the spec: what that service publishes, written where it would, and
 * nothing of its rules.
 */
import { randomUUID } from 'node:crypto';
import type { EventStore } from '@stezhka/event-store';
import type { ReferralOfferRequestedV1 } from '@stezhka/schema';
import { kharkiv, lviv } from './household-story.js';

export interface Asked {
  readonly householdId: string;
  readonly memberIds: readonly string[];
  readonly decisionRecordIds?: readonly string[];
  readonly recipientActorId?: string;
  readonly dataClasses?: ReferralOfferRequestedV1['dataClasses'];
  readonly pathway?: ReferralOfferRequestedV1['pathway'];
}

const occurredAt = '2026-03-10T11:00:00.000Z';

export function referralsPart(store: EventStore) {
  async function publish(referralId: string, type: string, data: object): Promise<void> {
    const stream = `referral-${referralId}`;
    const past = await store.read(stream, { leader: true });
    const event = { type, data: { referralId, occurredAt, channel: 'portal', ...data } };
    const metadata = { commandId: randomUUID(), payloadHash: 'spec', causedBy: 'system:spec' };
    await store.append(stream, past.at(-1)?.revision ?? 'no_stream', [{ id: randomUUID(), event, metadata }]);
  }

  /** Draft and offer; resolves with consent's answer, an event of the household's stream. */
  async function offer(asked: Asked) {
    const [referralId, offerId] = [randomUUID(), randomUUID()];
    const { householdId, memberIds, pathway = 'general', recipientActorId = lviv } = asked;
    const { decisionRecordIds = [], dataClasses = ['C1', 'C2'] } = asked;
    const draft = { senderActorId: kharkiv, householdId, memberIds, pathway };
    await publish(referralId, 'ReferralDrafted.v1', draft);
    await publish(referralId, 'ReferralOfferRequested.v1', {
      ...draft,
      ...{ offerId, recipientActorId, serviceId: 'shelter', dataClasses, decisionRecordIds },
    });
    const signal = AbortSignal.timeout(10_000);
    for await (const { type, data } of store.follow(`household-${householdId}`, { signal })) {
      if ((data as { offerId?: string }).offerId !== offerId) continue;
      const { permitId, reason } = data as { permitId?: string; reason?: string };
      return { referralId, offerId, type, permitId, reason };
    }
    throw new Error('consent did not answer');
  }

  /** A referral that is accepted: offered, permitted, sent. */
  async function accepted(asked: Asked) {
    const { referralId, offerId, permitId } = await offer(asked);
    if (!permitId) throw new Error('consent refused');
    await publish(referralId, 'ReferralSent.v1', { offerId, permitId });
    await publish(referralId, 'ReferralAccepted.v1', { offerId, recordedBy: 'recipient' });
    return { referralId, offerId, permitId };
  }

  /** Waits for the withdrawal and ends the sharing, as referrals' workflow would. */
  async function passOn(of: { householdId: string; referralId: string; offerId: string }): Promise<void> {
    const signal = AbortSignal.timeout(30_000);
    for await (const { type } of store.follow(`household-${of.householdId}`, { signal })) {
      if (type !== 'ConsentWithdrawn.v1') continue;
      return publish(of.referralId, 'ReferralSharingEnded.v1', { offerId: of.offerId });
    }
  }

  return { publish, offer, accepted, passOn };
}
