/** What the clock says of a referral: that its recipient is silent, and that it was for too long. */
import { code, count, event, id, moment, optional } from '@stezhka/schema';
import { roles, silenceClocks, silenceRungs } from '@stezhka/vocabulary';
import { exampleReferral, offerId, referralId } from '../referral/events.fields.js';

/** What every event of the clock carries. It happened when it came due, whenever the clock came to say so. */
const told = {
  referralId,
  offerId,
  silencePolicy: count('Version of the ladder that this follows.'),
  toldRole: code(roles.codes, 'Who is told, by role.'),
  toldActorId: optional(id('Of which actor; absent where it is nobody of the two sides.')),
  occurredAt: moment('When it came due: for so long it had been silent, whenever that was noticed.'),
};

export const silenceEvents = {
  'ReferralSilenceNoticed.v1': event({
    description: 'The recipient has been silent for a part of a clock, and somebody is told. Ends nothing.',
    data: {
      ...told,
      clock: code(silenceClocks.codes, 'Which clock ran.'),
      rung: code(silenceRungs.codes, 'Whose turn it is to be told.'),
    },
    example: {
      referralId: exampleReferral,
      offerId: 'o2k4m6p3r5t7v2x4z6b3d5f7ja',
      silencePolicy: 1,
      toldRole: 'intake_officer',
      toldActorId: 'q3v5tq2m7xw4zdp6ybnh2rjf5a',
      occurredAt: '2026-03-02T08:00:00.000Z',
      clock: 'acknowledge',
      rung: 'reminder',
    },
  }),
  'ReferralExpired.v1': event({
    description:
      'The recipient gave no answer in time. That is silence and never a refusal; the sender is asked to go on.',
    data: { ...told, clock: code(silenceClocks.codes, 'Which clock ran out.') },
    example: {
      referralId: exampleReferral,
      offerId: 'o2k4m6p3r5t7v2x4z6b3d5f7ja',
      silencePolicy: 1,
      toldRole: 'caseworker',
      toldActorId: 'k3v5tq2m7xw4zdp6ybnh2rjf5a',
      occurredAt: '2026-03-04T08:00:00.000Z',
      clock: 'decide',
    },
  }),
} as const;
