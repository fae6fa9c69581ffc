/**
 * A draft is prepared to follow a referral that is open, until somebody cancels it. Is it its turn? Only where nobody has to think: on the general pathway, after silence or after a decline
 * whose reason is the actor's own. Consent is asked then as for any offer; nothing here shares anything.
 */
import type { Wall } from '@stezhka/auth';
import type { DecisionContext } from '@stezhka/event-store';
import { isIsolated, type PreparationEnding, Refusal } from '@stezhka/vocabulary';
import type { Subjects } from '../referral/authorize.js';
import type { CancelPreparation, PrepareReferral } from '../referral/commands.js';
import type { CandidateFacts, Facts, FirstFacts } from '../referral/decide.facts.js';
import { offerRequested, suited } from '../referral/decide.offer.js';
import { mustBePossible, occurredAtOf, partiesOf } from '../referral/decide.rules.js';
import type { ReferralEvent } from '../referral/events.js';
import type { Referral } from '../referral/evolve.js';

type Prepared = Extract<Referral, { phase: 'prepared' }>;

type Context = DecisionContext<Facts>;
type Authorize = Wall<Subjects>['authorize'];

export function prepare(
  authorize: Authorize,
  referral: Referral,
  command: PrepareReferral,
  context: Context,
): ReferralEvent[] {
  const { by, candidate, first, anotherPrepared } = context.facts;
  authorize('referral.send', by, partiesOf(referral));
  const { terms, lastAct } = mustBePossible(referral, 'PrepareReferral', 'sender');
  const { actorId, serviceId } = suited(candidate, command);
  // It would come too late to follow: she sends it herself.
  if (first?.standing !== 'open')
    throw new Refusal('ILLEGAL_TRANSITION', ['sendReferral', 'withdrawReferral']);
  if (first.recipientActorId === actorId) throw new Refusal('NOT_ELIGIBLE', ['candidates']);
  if (anotherPrepared) throw new Refusal('CONFLICT');
  return [
    {
      type: 'ReferralPrepared.v1',
      data: {
        referralId: context.targetId,
        after: terms.partOf!,
        recipientActorId: actorId,
        serviceId,
        dataClasses: [...command.dataClasses],
        decisionRecordIds: [...command.decisionRecordIds],
        occurredAt: occurredAtOf(command, context.now, lastAct),
        channel: command.channel,
      },
    },
  ];
}

export function cancel(
  authorize: Authorize,
  referral: Referral,
  command: CancelPreparation,
  { facts, now }: Context,
): ReferralEvent[] {
  authorize('referral.send', facts.by, partiesOf(referral));
  const prepared = mustBePossible(referral, 'CancelPreparation', 'sender') as Prepared;
  const occurredAt = occurredAtOf(command, now, prepared.lastAct);
  return [preparationEnded(prepared, 'cancelled', { occurredAt, channel: command.channel })];
}

/** The referral before it has moved, or time has passed. */
export function review(referral: Referral, { facts, now, newId }: Context): ReferralEvent[] {
  if (referral.phase !== 'prepared') return [];
  const { terms, prepared, lastAct } = referral;
  const { first, candidate, anotherPrepared } = facts;
  const occurredAt = occurredAtOf({ channel: prepared.channel }, now, lastAct);
  // The place after the first one may be another's.
  const ending = anotherPrepared ? 'another_prepared' : endingAfter(first);
  if (ending === 'none yet') return [];
  if (ending !== 'its turn') return [preparationEnded(referral, ending, { occurredAt })];
  if (isIsolated(terms.pathway) || !isStillSuitable(candidate, referral))
    return [preparationEnded(referral, 'not_suitable', { occurredAt })];
  const { dataClasses, decisionRecordIds, channel } = prepared;
  const offer = { offerId: newId('offer'), dataClasses, decisionRecordIds, occurredAt, channel };
  return [offerRequested(terms, candidate, offer)];
}

/** Between the preparing and now the service may have ended, filled up for these people, or lost its footing. */
function isStillSuitable(
  candidate: CandidateFacts | undefined,
  { prepared }: Prepared,
): candidate is CandidateFacts {
  return (
    candidate !== undefined &&
    candidate.actorId === prepared.recipientActorId &&
    candidate.unsuitable.length === 0 &&
    candidate.neededClasses.every((needed) => prepared.dataClasses.includes(needed))
  );
}

function endingAfter(first: FirstFacts | undefined): PreparationEnding | 'its turn' | 'none yet' {
  if (first === undefined) return 'first_taken_back';
  const { standing } = first;
  switch (standing) {
    case 'open':
      return 'none yet';
    case 'silent':
    case 'declined':
      return 'its turn';
    case 'accepted':
      return 'first_accepted';
    case 'declined_for_a_person':
      return 'for_a_person';
    case 'taken_back':
      return 'first_taken_back';
    default:
      return standing satisfies never;
  }
}

type Ended = Extract<ReferralEvent, { type: 'ReferralPreparationEnded.v1' }>;

function preparationEnded(
  { terms, prepared }: Prepared,
  reason: PreparationEnding,
  when: Pick<Ended['data'], 'occurredAt' | 'channel'>,
): Ended {
  const data = { referralId: terms.referralId, after: prepared.after, reason, ...when };
  return { type: 'ReferralPreparationEnded.v1', data };
}
