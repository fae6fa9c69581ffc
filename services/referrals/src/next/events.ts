/** What is prepared to follow a referral that comes to nothing, and why it does not follow any more. */
import { code, event, id, list, optional } from '@stezhka/schema';
import { dataClasses, preparationEndings } from '@stezhka/vocabulary';
import { channel, exampleReferral, occurredAt, referralId } from '../referral/events.fields.js';

export const preparationEvents = {
  'ReferralPrepared.v1': event({
    description:
      'Should the referral that this one continues expire or be declined, it is put to this service by itself. Nobody else knows.',
    data: {
      referralId,
      after: id('The referral that it follows.'),
      recipientActorId: id('The actor that would be asked.'),
      serviceId: id('The service that would be asked.'),
      dataClasses: list(code(dataClasses.codes, 'A data class.'), 'What would be shared.'),
      decisionRecordIds: list(id('A sealed record.'), 'The decision set written for this service.'),
      occurredAt,
      channel,
    },
    example: {
      referralId: exampleReferral,
      after: 'f4k4m6p3r5t7v2x4z6b3d5f7ja',
      recipientActorId: 'q3v5tq2m7xw4zdp6ybnh2rjf5a',
      serviceId: 'p5r3wq6t2n4yhm7xvk2zjdba4c',
      dataClasses: ['C1', 'C2'],
      decisionRecordIds: ['r2k4m6p3r5t7v2x4z6b3d5f7ja'],
      occurredAt: '2026-03-01T08:30:00.000Z',
      channel: 'portal',
    },
  }),
  'ReferralPreparationEnded.v1': event({
    description: 'It is not sent by itself any more. It is a draft again.',
    data: {
      referralId,
      after: id('The referral that it was to follow.'),
      reason: code(preparationEndings.codes, 'Why not.'),
      occurredAt,
      channel: optional(channel),
    },
    example: {
      referralId: exampleReferral,
      after: 'f4k4m6p3r5t7v2x4z6b3d5f7ja',
      reason: 'first_accepted',
      occurredAt: '2026-03-01T09:30:00.000Z',
    },
  }),
} as const;
