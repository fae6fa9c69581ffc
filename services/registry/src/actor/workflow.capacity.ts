/**
 * A shelter that declines because it is full for all has said so for everybody: the next caseworker should read it
 * in the directory and not from another decline.
 */
import type { CommandHandler, EventStore, Workflow } from '@stezhka/event-store';
import type { PublishedEvent } from '@stezhka/schema';
import type { ActorCommand } from './commands.js';
import type { ActorState } from './evolve.js';

export interface CapacityWorkflowDeps {
  readonly store: EventStore;
  readonly actors: CommandHandler<ActorState, ActorCommand>;
  readonly now: () => Date;
}

export function capacityWorkflow({ store, actors, now }: CapacityWorkflowDeps): Workflow {
  return {
    name: 'registry.capacity',
    prefixes: ['referral-'],
    onPoison: 'park',
    async react(recorded) {
      const event = recorded as unknown as PublishedEvent;
      if (event.type !== 'ReferralDeclined.v1') return;
      const { reason, capacityScope, offerId, occurredAt } = event.data;
      if (reason !== 'no_capacity' || capacityScope !== 'for_all') return;
      const past = await store.read(recorded.stream, { leader: true });
      const offer = offerIn(past as unknown as PublishedEvent[], offerId);
      if (!offer) return;
      await actors.handle({
        target: offer.recipientActorId,
        name: 'MarkServiceFull',
        command: { type: 'MarkServiceFull', serviceId: offer.serviceId, occurredAt },
        facts: undefined,
        key: recorded.id,
        user: 'system:capacity',
        now: now(),
        causationId: recorded.id,
      });
    },
  };
}

/** Whom the offer was sent to: a decline names the offer alone. */
function offerIn(referral: readonly PublishedEvent[], offerId: string) {
  for (const { type, data } of referral)
    if (type === 'ReferralSent.v1' || type === 'ReferralOfferRequested.v1')
      if (data.offerId === offerId) return data;
  return undefined;
}
