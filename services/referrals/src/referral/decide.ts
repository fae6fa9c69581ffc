/**
 * The pathway, top to bottom: is it allowed, and what then happened? A referral is drafted by its sender, offered
 * to one service, sent once consent permits it, and answered by its recipient. Silence, refusal and service are
 * three different facts.
 */
import { createHash } from 'node:crypto';
import type { Wall } from '@stezhka/auth';
import type { Decider, DecisionContext } from '@stezhka/event-store';
import { isAlwaysEmergency, type PermitRefusal, Refusal, referenceOf } from '@stezhka/vocabulary';
import { expire, noticeSilence } from '../clock/decide.silence.js';
import { cancel, prepare, review } from '../next/decide.next.js';
import type { Subjects } from './authorize.js';
import type {
  AcceptReferral,
  AcknowledgeReferral,
  CompleteReferral,
  ConfirmAnswer,
  DeclineReferral,
  DraftReferral,
  EndSharing,
  ReferralCommand,
  SendReferral,
  SettleOffer,
  StartReferral,
  WithdrawReferral,
} from './commands.js';
import { deadlines } from './decide.clocks.js';
import type { Facts } from './decide.facts.js';
import { offerRequested, suited } from './decide.offer.js';
import { isLateEntry, mustBePossible, occurredAtOf, partiesOf, sideOf } from './decide.rules.js';
import type { ReferralEvent } from './events.js';
import { evolve, initialState, isSent, type Referral, type SentReferral } from './evolve.js';

type Context = DecisionContext<Facts>;
type Decision = readonly ReferralEvent[];
/** What `mustBePossible` lets through to a recipient's acts. */
type Answerable = SentReferral;

export function createReferralDecider(
  wall: Wall<Subjects>,
): Decider<Referral, ReferralCommand, ReferralEvent, Facts> {
  const authorize: Wall<Subjects>['authorize'] = wall.authorize;

  function draft(referral: Referral, command: DraftReferral, context: Context): Decision {
    const { by, household, continued, excludedKnown } = context.facts;
    // A household that does not exist and one of another actor are told apart by nobody; nor does an uncertified
    // colleague learn from a conflict that a file follows an isolated pathway.
    authorize('referral.draft', by, {
      householdActorId: household?.actorId ?? '',
      pathway: household?.pathway ?? command.pathway,
    });
    if (referral.phase !== 'none') throw new Refusal('CONFLICT');
    if (!household) throw new Refusal('NOT_FOUND');
    if (household.pathway !== command.pathway) throw new Refusal('CONFLICT', [household.pathway]);
    const members = new Set(command.memberIds);
    if (members.size === 0 || !command.memberIds.every((member) => household.memberIds.includes(member)))
      throw new Refusal('NOT_FOUND');
    const ofSame = continued?.senderActorId === by?.actorId && continued?.householdId === command.householdId;
    if (command.partOf !== undefined && !ofSame) throw new Refusal('NOT_FOUND');
    if (command.excludedActorIds.length > 0 && !excludedKnown) throw new Refusal('NOT_FOUND');
    const { type: _, ...terms } = command;
    return [
      {
        type: 'ReferralDrafted.v1',
        data: {
          referralId: context.targetId,
          reference: referenceOf(createHash('sha256').update(context.newId('reference')).digest()),
          senderActorId: by!.actorId,
          ...terms,
          memberIds: [...members],
          ageBands: [...command.ageBands],
          sexes: [...command.sexes],
          excludedActorIds: [...command.excludedActorIds],
          urgency: isAlwaysEmergency(command.service) ? 'emergency' : command.urgency,
          occurredAt: occurredAtOf(command, context.now),
        },
      },
    ];
  }

  function send(referral: Referral, command: SendReferral, context: Context): Decision {
    const { by, candidate } = context.facts;
    authorize('referral.send', by, partiesOf(referral));
    const { terms, lastAct } = mustBePossible(referral, 'SendReferral', 'sender');
    return [
      offerRequested(terms, suited(candidate, command), {
        offerId: context.newId('offer'),
        dataClasses: command.dataClasses,
        decisionRecordIds: command.decisionRecordIds,
        occurredAt: occurredAtOf(command, context.now, lastAct),
        channel: command.channel,
      }),
    ];
  }

  /** Consent has answered. A draft that was given up meanwhile stays as it is. */
  function settle(referral: Referral, command: SettleOffer, { facts }: Context): Decision {
    if (referral.phase !== 'asking' || referral.asking.offerId !== command.offerId) return [];
    const { referralId, offerId, recipientActorId, serviceId, dataClasses, filters, occurredAt, channel } =
      referral.asking;
    const refuse = (reason: PermitRefusal): Decision => [
      { type: 'ReferralOfferRefused.v1', data: { referralId, offerId, reason } },
    ];
    if ('refused' in command) return refuse(command.refused);
    // She took it back between the permit and now: nobody else has to learn that there was something.
    if (facts.permitEnded) return refuse('withdrawn');
    return [
      {
        type: 'ReferralSent.v1',
        data: {
          referralId,
          offerId,
          permitId: command.permitId,
          recipientActorId,
          serviceId,
          dataClasses,
          filters,
          ...deadlines(referral.terms.urgency, occurredAt),
          occurredAt,
          channel,
        },
      },
    ];
  }

  /** The person took her agreement back: said about open and closed referrals alike, once. */
  function endSharing(referral: Referral, command: EndSharing): Decision {
    if (!isSent(referral) || referral.offer.offerId !== command.offerId || referral.sharing === 'ended')
      return [];
    const { offerId, permitId, occurredAt } = command;
    const { referralId } = referral.terms;
    return [{ type: 'ReferralSharingEnded.v1', data: { referralId, offerId, permitId, occurredAt } }];
  }

  function answering(
    referral: Referral,
    command: AcknowledgeReferral | AcceptReferral | DeclineReferral | StartReferral | CompleteReferral,
    { facts, now }: Context,
  ) {
    authorize('referral.answer', facts.by, { ...partiesOf(referral), channel: command.channel });
    const side = sideOf(facts.by, referral);
    const answered = isLateEntry(referral, command)
      ? referral
      : (mustBePossible(referral, command.type, side) as Answerable);
    return {
      referralId: answered.terms.referralId,
      offerId: answered.offer.offerId,
      occurredAt: occurredAtOf(command, now, answered.lastAct),
      channel: command.channel,
      recordedBy: side,
    };
  }

  function acknowledge(referral: Referral, command: AcknowledgeReferral, context: Context): Decision {
    return [{ type: 'ReferralAcknowledged.v1', data: answering(referral, command, context) }];
  }

  function accept(referral: Referral, command: AcceptReferral, context: Context): Decision {
    return [{ type: 'ReferralAccepted.v1', data: answering(referral, command, context) }];
  }

  function decline(referral: Referral, command: DeclineReferral, context: Context): Decision {
    const { reason, capacityScope, noteRecordId } = command;
    const answer = answering(referral, command, context);
    if (reason === 'no_capacity' && !capacityScope) throw new Refusal('REASON_REQUIRED', ['capacityScope']);
    if (reason === 'other' && !noteRecordId) throw new Refusal('REASON_REQUIRED', ['noteRecordId']);
    return [
      {
        type: 'ReferralDeclined.v1',
        data: {
          ...answer,
          reason,
          ...(reason === 'no_capacity' && capacityScope ? { capacityScope } : {}),
          ...(noteRecordId ? { noteRecordId } : {}),
        },
      },
    ];
  }

  function confirm(referral: Referral, command: ConfirmAnswer, { facts, now }: Context): Decision {
    authorize('referral.confirm', facts.by, partiesOf(referral));
    const { terms, offer, lastAct } = mustBePossible(referral, 'ConfirmAnswer', 'recipient') as Answerable;
    return [
      {
        type: 'ReferralAnswerConfirmed.v1',
        data: {
          referralId: terms.referralId,
          offerId: offer.offerId,
          occurredAt: occurredAtOf(command, now, lastAct),
          channel: command.channel,
        },
      },
    ];
  }

  function start(referral: Referral, command: StartReferral, context: Context): Decision {
    return [{ type: 'ReferralStarted.v1', data: answering(referral, command, context) }];
  }

  function complete(referral: Referral, command: CompleteReferral, context: Context): Decision {
    const answer = answering(referral, command, context);
    return [{ type: 'ReferralCompleted.v1', data: { ...answer, outcome: command.outcome } }];
  }

  function withdraw(referral: Referral, command: WithdrawReferral, { facts, now }: Context): Decision {
    authorize('referral.withdraw', facts.by, partiesOf(referral));
    const { terms, lastAct } = mustBePossible(referral, 'WithdrawReferral', 'sender');
    const occurredAt = occurredAtOf(command, now, lastAct);
    const { reason, channel } = command;
    return [
      { type: 'ReferralWithdrawn.v1', data: { referralId: terms.referralId, reason, occurredAt, channel } },
    ];
  }

  return {
    initialState,
    evolve,
    decide(referral, command, context) {
      switch (command.type) {
        case 'DraftReferral':
          return draft(referral, command, context);
        case 'SendReferral':
          return send(referral, command, context);
        case 'PrepareReferral':
          return prepare(authorize, referral, command, context);
        case 'CancelPreparation':
          return cancel(authorize, referral, command, context);
        case 'ReviewPreparation':
          return review(referral, context);
        case 'SettleOffer':
          return settle(referral, command, context);
        case 'EndSharing':
          return endSharing(referral, command);
        case 'NoticeSilence':
          return noticeSilence(referral, command, context.now);
        case 'ExpireReferral':
          return expire(referral, command, context.now);
        case 'AcknowledgeReferral':
          return acknowledge(referral, command, context);
        case 'AcceptReferral':
          return accept(referral, command, context);
        case 'DeclineReferral':
          return decline(referral, command, context);
        case 'ConfirmAnswer':
          return confirm(referral, command, context);
        case 'StartReferral':
          return start(referral, command, context);
        case 'CompleteReferral':
          return complete(referral, command, context);
        case 'WithdrawReferral':
          return withdraw(referral, command, context);
        default:
          return unreachable(command);
      }
    },
  };
}

function unreachable(command: never): never {
  throw new Error(`a command that nobody decides: ${(command as ReferralCommand).type}`);
}
