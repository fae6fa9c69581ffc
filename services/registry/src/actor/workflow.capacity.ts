/**
 * A shelter that declines because it is full for all has said so for everybody: the next caseworker should read it
 * in the directory and not from another decline.
 */
import type { CommandHandler, EventStore, RecordedEvent, Workflow } from '@stezhka/event-store';
import type { ActorCommand } from './commands.js';
import type { ActorState } from './evolve.js';

/** What is read of referrals' published events. They carry more; nothing else is looked at here. */
type ReferralEvent = RecordedEvent & {
  readonly data: {
    readonly offerId?: string;
    readonly recipientActorId?: string;
    readonly serviceId?: string;
    readonly reason?: string;
    readonly capacityScope?: string;
    readonly occurredAt?: string;
  };
};

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
    async react(event: ReferralEvent) {
      const { reason, capacityScope, offerId, occurredAt } = event.data;
      if (event.type !== 'ReferralDeclined.v1' || !occurredAt) return;
      if (reason !== 'no_capacity' || capacityScope !== 'for_all') return;
      const offer = offerIn(await store.read(event.stream, { leader: true }), offerId);
      if (!offer) return;
      await actors.handle({
        target: offer.recipientActorId,
        name: 'MarkServiceFull',
        command: { type: 'MarkServiceFull', serviceId: offer.serviceId, occurredAt },
        facts: undefined,
        key: event.id,
        user: 'system:capacity',
        now: now(),
        causationId: event.id,
      });
    },
  };
}

/** Whom the offer was sent to: a decline names the offer alone. */
function offerIn(referral: readonly ReferralEvent[], offerId: string | undefined) {
  for (const { type, data } of referral) {
    if (type !== 'ReferralSent.v1' && type !== 'ReferralOfferRequested.v1') continue;
    const { recipientActorId, serviceId } = data;
    if (data.offerId === offerId && recipientActorId && serviceId) return { recipientActorId, serviceId };
  }
  return undefined;
}
