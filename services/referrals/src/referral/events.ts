/**
 * What is true for ever about a referral. An offer is the referral as it was put to one actor's service; today a
 * referral has one offer at a time, and every event that concerns a recipient names it, so that a broadcast can
 * live in the same stream. Only codes, numbers, dates and ids: what was said lies sealed in the consent service.
 */
import { code, count, type EventsOf, event, id, list, moment, optional, reference } from '@stezhka/schema';
import {
  ageBands,
  capacityScopes,
  dataClasses,
  declineReasons,
  modalities,
  oblasts,
  outcomes,
  pathways,
  permitRefusals,
  personLanguages,
  routingDetails,
  serviceCodes,
  sexes,
  urgencies,
  withdrawReasons,
} from '@stezhka/vocabulary';
import { silenceEvents } from '../clock/events.js';
import { preparationEvents } from '../next/events.js';
import { channel, exampleReferral, occurredAt, offerId, permitId, referralId } from './events.fields.js';

/** The two sides of a referral. */
export const sides = ['sender', 'recipient'] as const;
export type Side = (typeof sides)[number];

const filters = list(
  code(routingDetails.codes, 'A detail.'),
  'What the service filters on: only this reaches it.',
);

/** What every act of a recipient carries; the sender may type in an answer that was spoken on the phone. */
const answer = {
  referralId,
  offerId,
  occurredAt,
  channel,
  recordedBy: code(sides, 'Which side typed it in.'),
};

const answered = {
  referralId: exampleReferral,
  offerId: 'o2k4m6p3r5t7v2x4z6b3d5f7ja',
  occurredAt: '2026-03-01T09:30:00.000Z',
  channel: 'portal',
  recordedBy: 'recipient',
} as const;

export const referralEvents = {
  'ReferralDrafted.v1': event({
    description: 'A caseworker began to refer a household.',
    data: {
      referralId,
      reference: reference('What people read to each other on the phone.'),
      senderActorId: id('The referring actor.'),
      householdId: id('Whose way it is.'),
      memberIds: list(id('A member of the household.'), 'Who of the household is referred.'),
      service: code(serviceCodes.codes, 'What is asked for.'),
      oblast: code(oblasts.codes, 'Where it is needed.'),
      urgency: code(urgencies.codes, 'How soon an answer is needed.'),
      pathway: code(pathways.codes, 'Which rules of secrecy it follows.'),
      modality: code(modalities.codes, 'How it can be given.'),
      ageBands: list(code(ageBands.codes, 'An age band.'), 'Ages, where services filter on them.'),
      sexes: list(code(sexes.codes, 'A sex.'), 'Sexes, where services filter on them.'),
      language: optional(code(personLanguages.codes, 'The language to speak with her.')),
      excludedActorIds: list(id('An actor.'), 'Never to be offered to, and never told.'),
      partOf: optional(id('The referral that this one continues.')),
      occurredAt,
      channel,
    },
    example: {
      referralId: exampleReferral,
      reference: 'ST-7K3Q-M2XW-4',
      senderActorId: 'k3v5tq2m7xw4zdp6ybnh2rjf5a',
      householdId: 'h2k4m6p3r5t7v2x4z6b3d5f7ja',
      memberIds: ['m2k4m6p3r5t7v2x4z6b3d5f7ja'],
      service: 'SHL.TRANSIT',
      oblast: 'UA-46',
      urgency: 'urgent',
      pathway: 'general',
      modality: 'in_person',
      ageBands: [],
      sexes: [],
      excludedActorIds: [],
      occurredAt: '2026-03-01T08:00:00.000Z',
      channel: 'portal',
    },
  }),
  ...preparationEvents,
  'ReferralOfferRequested.v1': event({
    description:
      'The sender chose a recipient; consent is asked whether this may be shared. Nobody else knows yet.',
    data: {
      referralId,
      offerId,
      senderActorId: id('The referring actor.'),
      recipientActorId: id('The receiving actor.'),
      serviceId: id('The service it is addressed to.'),
      householdId: id('Whose data.'),
      memberIds: list(id('A member.'), 'Of whom.'),
      dataClasses: list(code(dataClasses.codes, 'A data class.'), 'What is to be shared.'),
      decisionRecordIds: list(id('A sealed record.'), 'The decision set written for this service.'),
      filters,
      pathway: code(pathways.codes, 'Which rules of secrecy it follows.'),
      occurredAt,
      channel,
    },
    example: {
      referralId: exampleReferral,
      offerId: 'o2k4m6p3r5t7v2x4z6b3d5f7ja',
      senderActorId: 'k3v5tq2m7xw4zdp6ybnh2rjf5a',
      recipientActorId: 'q3v5tq2m7xw4zdp6ybnh2rjf5a',
      serviceId: 'p5r3wq6t2n4yhm7xvk2zjdba4c',
      householdId: 'h2k4m6p3r5t7v2x4z6b3d5f7ja',
      memberIds: ['m2k4m6p3r5t7v2x4z6b3d5f7ja'],
      dataClasses: ['C1', 'C2'],
      decisionRecordIds: ['r2k4m6p3r5t7v2x4z6b3d5f7ja'],
      filters: ['language'],
      pathway: 'general',
      occurredAt: '2026-03-01T08:00:00.000Z',
      channel: 'portal',
    },
  }),
  'ReferralOfferRefused.v1': event({
    description: 'Consent said no: the referral is a draft again and nobody else knows.',
    data: { referralId, offerId, reason: code(permitRefusals.codes, 'Why not.') },
    example: { referralId: exampleReferral, offerId: 'o2k4m6p3r5t7v2x4z6b3d5f7ja', reason: 'not_agreed' },
  }),
  'ReferralSent.v1': event({
    description: 'Consent permits it: the recipient has it now, and the clocks run.',
    data: {
      referralId,
      offerId,
      permitId,
      recipientActorId: id('The receiving actor.'),
      serviceId: id('The service it is addressed to.'),
      dataClasses: list(code(dataClasses.codes, 'A data class.'), 'What is shared.'),
      filters,
      acknowledgeBy: moment('Until when it should be acknowledged.'),
      decideBy: moment('Until when it should be decided.'),
      clockPolicy: count('Version of the deadlines that these follow.'),
      occurredAt,
      channel,
    },
    example: {
      referralId: exampleReferral,
      offerId: 'o2k4m6p3r5t7v2x4z6b3d5f7ja',
      permitId: 'e2k4m6p3r5t7v2x4z6b3d5f7ja',
      recipientActorId: 'q3v5tq2m7xw4zdp6ybnh2rjf5a',
      serviceId: 'p5r3wq6t2n4yhm7xvk2zjdba4c',
      dataClasses: ['C1', 'C2'],
      filters: ['language'],
      acknowledgeBy: '2026-03-02T08:00:00.000Z',
      decideBy: '2026-03-04T08:00:00.000Z',
      clockPolicy: 1,
      occurredAt: '2026-03-01T08:00:00.000Z',
      channel: 'portal',
    },
  }),
  'ReferralAcknowledged.v1': event({
    description: 'The recipient has seen it and is looking into it. Stops the first clock only.',
    data: answer,
    example: answered,
  }),
  'ReferralAccepted.v1': event({
    description: 'The recipient will serve.',
    data: answer,
    example: answered,
  }),
  'ReferralDeclined.v1': event({
    description: 'The recipient will not serve.',
    data: {
      ...answer,
      reason: code(declineReasons.codes, 'Why not.'),
      capacityScope: optional(code(capacityScopes.codes, 'Full for all, or not for this household.')),
      noteRecordId: optional(id('The sealed words of a reason that is none of the codes.')),
    },
    example: { ...answered, reason: 'no_capacity', capacityScope: 'for_all' },
  }),
  'ReferralAnswerConfirmed.v1': event({
    description: 'The other side confirmed a spoken answer that was typed in for it.',
    data: { referralId, offerId, occurredAt, channel },
    example: {
      referralId: exampleReferral,
      offerId: 'o2k4m6p3r5t7v2x4z6b3d5f7ja',
      occurredAt: '2026-03-01T09:30:00.000Z',
      channel: 'portal',
    },
  }),
  'ReferralStarted.v1': event({
    description: 'The service began.',
    data: answer,
    example: answered,
  }),
  'ReferralCompleted.v1': event({
    description: 'The service was given; what came of it.',
    data: { ...answer, outcome: code(outcomes.codes, 'What came of it.') },
    example: { ...answered, outcome: 'service_provided' },
  }),
  'ReferralWithdrawn.v1': event({
    description: 'The sender took it back, or a draft was given up.',
    data: { referralId, reason: code(withdrawReasons.codes, 'Why.'), occurredAt, channel },
    example: {
      referralId: exampleReferral,
      reason: 'need_met',
      occurredAt: '2026-03-01T09:30:00.000Z',
      channel: 'phone',
    },
  }),
  ...silenceEvents,
  'ReferralSharingEnded.v1': event({
    description:
      'The person withdrew her agreement: an open offer ends with it, and of a closed one nothing can be read any more.',
    data: { referralId, offerId, permitId, occurredAt },
    example: {
      referralId: exampleReferral,
      offerId: 'o2k4m6p3r5t7v2x4z6b3d5f7ja',
      permitId: 'e2k4m6p3r5t7v2x4z6b3d5f7ja',
      occurredAt: '2026-03-02T08:00:00.000Z',
    },
  }),
} as const;

export type ReferralEvent = EventsOf<typeof referralEvents>;
