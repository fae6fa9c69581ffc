/**
 * What is true for ever about codes for authorities. A code is one stream, named by a keyed hash of it: the code itself
 * is nowhere. What an official asked is in a stream of her own, so that asking in vain leaves the same trace.
 */
import { code, count, type EventsOf, event, fields, id, moment, optional } from '@stezhka/schema';
import { authorityStatuses, channels, pathways } from '@stezhka/vocabulary';

const codeId = id('The code, by a keyed hash of it.');
const referralId = id('The referral that it tells of.');
const occurredAt = moment('When it happened.');
const channel = code(channels.codes, 'How the person said so.');

const C = 'c2k4m6p3r5t7v2x4z6b3d5f7ja';
const R = 'f2k4m6p3r5t7v2x4z6b3d5f7ja';

export const codeEvents = {
  'AuthorityCodeGiven.v1': event({
    description: 'The person let one authority ask how her referral stands, with a code and until a day.',
    published: false,
    data: {
      codeId,
      referralId,
      senderActorId: id('The referring actor.'),
      pathway: code(pathways.codes, 'Which rules of secrecy the referral follows.'),
      authorityActorId: id('The authority that may ask with it.'),
      expiresAt: moment('From when it tells nothing any more.'),
      authorityPolicy: count('Version of the policy that this follows.'),
      occurredAt,
      channel,
    },
    example: {
      codeId: C,
      referralId: R,
      senderActorId: 'k3v5tq2m7xw4zdp6ybnh2rjf5a',
      pathway: 'general',
      authorityActorId: 'q3v5tq2m7xw4zdp6ybnh2rjf5a',
      expiresAt: '2026-03-31T08:00:00.000Z',
      authorityPolicy: 1,
      occurredAt: '2026-03-01T08:00:00.000Z',
      channel: 'in_person',
    },
  }),
  'AuthorityCodeRevoked.v1': event({
    description: 'The person took the code back, or it was lost: it tells nothing any more.',
    published: false,
    data: { codeId, referralId, occurredAt, channel },
    example: { codeId: C, referralId: R, occurredAt: '2026-03-02T08:00:00.000Z', channel: 'phone' },
  }),
} as const;
export type CodeEvent = EventsOf<typeof codeEvents>;

export const askingEvents = {
  'ReferralStatusAsked.v1': event({
    description:
      'An official asked with a code, and this is what she was answered. Code and referral are named only where she was told something.',
    published: false,
    data: {
      askingId: id('This asking.'),
      authorityActorId: id('The authority that asked.'),
      answer: code(authorityStatuses.codes, 'What was answered.'),
      month: optional(
        fields(
          { year: count('The year.'), month: count('From 1 to 12.') },
          'Since when it stands so, in UTC.',
        ),
      ),
      codeId: optional(codeId),
      referralId: optional(referralId),
      occurredAt,
    },
    example: {
      askingId: 'a2k4m6p3r5t7v2x4z6b3d5f7ja',
      authorityActorId: 'q3v5tq2m7xw4zdp6ybnh2rjf5a',
      answer: 'in_process',
      month: { year: 2026, month: 3 },
      codeId: C,
      referralId: R,
      occurredAt: '2026-03-03T08:00:00.000Z',
    },
  }),
} as const;
export type AskingEvent = EventsOf<typeof askingEvents>;
