/**
 * A shelter that declines because it is full for all has said so for everybody: the next caseworker should read it
 * in the directory and not from another decline. It is the shelter that must have said it: what the sender heard on
 * the phone and typed in counts from when the shelter confirms it.
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

type Told = PublishedEvent & { readonly revision: bigint };
type Answer = Extract<
  Told,
  { type: 'ReferralAcknowledged.v1' | 'ReferralAccepted.v1' | 'ReferralDeclined.v1' }
>;
type Decline = Extract<PublishedEvent, { type: 'ReferralDeclined.v1' }>['data'];

export function capacityWorkflow({ store, actors, now }: CapacityWorkflowDeps): Workflow {
  const told = async ({ stream }: { readonly stream: string }) =>
    (await store.read(stream, { leader: true })) as unknown as readonly Told[];

  async function markFull(decline: Decline, because: { readonly stream: string; readonly id: string }) {
    if (decline.reason !== 'no_capacity' || decline.capacityScope !== 'for_all') return;
    const offer = offerIn(await told(because), decline.offerId);
    if (!offer) return;
    const { serviceId, pathway } = offer;
    await actors.handle({
      target: offer.recipientActorId,
      name: 'MarkServiceFull',
      command: { type: 'MarkServiceFull', serviceId, pathway, occurredAt: decline.occurredAt },
      facts: undefined,
      key: because.id,
      user: 'system:capacity',
      now: now(),
      causationId: because.id,
    });
  }

  return {
    name: 'registry.capacity',
    prefixes: ['referral-'],
    onPoison: 'park',
    async react(recorded) {
      const event = recorded as unknown as Told;
      if (event.type === 'ReferralDeclined.v1') {
        if (event.data.recordedBy === 'recipient') await markFull(event.data, recorded);
      } else if (event.type === 'ReferralAnswerConfirmed.v1') {
        const answer = answerBefore(await told(recorded), event.revision, event.data.offerId);
        if (answer?.type === 'ReferralDeclined.v1' && answer.data.recordedBy === 'sender')
          await markFull(answer.data, recorded);
      }
    },
  };
}

/** What a confirmation is about: the answer that stood when it came. */
function answerBefore(referral: readonly Told[], revision: bigint, offerId: string): Answer | undefined {
  return referral
    .filter(isAnswer)
    .findLast((answer) => answer.revision < revision && answer.data.offerId === offerId);
}

function isAnswer(event: Told): event is Answer {
  const { type } = event;
  return (
    type === 'ReferralAcknowledged.v1' || type === 'ReferralAccepted.v1' || type === 'ReferralDeclined.v1'
  );
}

/** To whom and on which pathway: a decline names the offer alone. */
function offerIn(referral: readonly PublishedEvent[], offerId: string) {
  for (const { type, data } of referral)
    if (type === 'ReferralOfferRequested.v1' && data.offerId === offerId) return data;
  return undefined;
}
