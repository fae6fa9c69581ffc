/**
 * A shelter that declines because it is full for all has said so for everybody: the next caseworker should read it
 * in the directory and not from another decline. One that accepts has a place less. It is the shelter that must have
 * said it: what the sender heard on the phone and typed in counts from when the shelter confirms it.
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

export function capacityWorkflow({ store, actors, now }: CapacityWorkflowDeps): Workflow {
  const told = async ({ stream }: { readonly stream: string }) =>
    (await store.read(stream, { leader: true })) as unknown as readonly Told[];

  async function conclude(answer: Answer, because: { readonly stream: string; readonly id: string }) {
    const name = conclusionOf(answer);
    if (!name) return;
    const offer = offerIn(await told(because), answer.data.offerId);
    if (!offer) return;
    const { serviceId, pathway } = offer;
    await actors.handle({
      target: offer.recipientActorId,
      name,
      command: { type: name, serviceId, pathway, occurredAt: answer.data.occurredAt },
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
      if (isAnswer(event)) {
        if (event.data.recordedBy === 'recipient') await conclude(event, recorded);
      } else if (event.type === 'ReferralAnswerConfirmed.v1') {
        const answer = answerBefore(await told(recorded), event.revision, event.data.offerId);
        if (answer?.data.recordedBy === 'sender') await conclude(answer, recorded);
      }
    },
  };
}

function conclusionOf({ type, data }: Answer): 'MarkServiceFull' | 'TakePlace' | undefined {
  if (type === 'ReferralAccepted.v1') return 'TakePlace';
  const isFull =
    type === 'ReferralDeclined.v1' && data.reason === 'no_capacity' && data.capacityScope === 'for_all';
  return isFull ? 'MarkServiceFull' : undefined;
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
