import { describe, expect, it } from '@jest/globals';
import { channels, declineReasons, outcomes } from '@stezhka/vocabulary';
import { given } from '../testing/decide-spec.js';
import { people } from '../testing/people.js';
import { accept, acknowledge, by, complete, decline, start } from '../testing/referral-commands.js';
import * as story from '../testing/referral-story.js';
import { at, into, now } from '../testing/referral-story.js';
import type { ReferralCommand } from './commands.js';
import type { ReferralEvent } from './events.js';

const { intake, caseworker } = people;
const nowAt = { occurredAt: now.toISOString() };
const bare = { reason: 'not_eligible' } as const;

function declinedFor(changes: Parameters<typeof story.declined>[0] = {}): ReferralEvent {
  const { capacityScope: _, ...data } = story.declined({ ...nowAt, ...bare, ...changes }).data;
  return { type: 'ReferralDeclined.v1', data: { ...data, ...changes } };
}

/** Each act of a recipient: the phase in which it comes, the command, the event, when the phase began. */
const acts: readonly [string, readonly ReferralEvent[], ReferralCommand, ReferralEvent, string][] = [
  ['acknowledge', into.sent, acknowledge(), story.acknowledged(nowAt), at.asked],
  ['accept', into.sent, accept(), story.accepted(nowAt), at.asked],
  ['accept what is acknowledged', into.acknowledged, accept(), story.accepted(nowAt), at.acknowledged],
  ['decline', into.sent, decline(), declinedFor(), at.asked],
  ['decline what is acknowledged', into.acknowledged, decline(), declinedFor(), at.acknowledged],
  ['start', into.accepted, start(), story.started(nowAt), at.answered],
  ['complete', into.in_progress, complete(), story.completed(nowAt), at.started],
  ['complete what nobody saw begin', into.accepted, complete(), story.completed(nowAt), at.answered],
];

const retimed = (event: ReferralEvent, occurredAt: string) =>
  ({ ...event, data: { ...event.data, occurredAt } }) as ReferralEvent;

describe.each(acts)('to %s', (_name, past, command, event, since) => {
  it('is the recipient’s word', () =>
    given(...past)
      .when(command, by(intake))
      .gives(event));

  it('may have happened before it is typed in, but not before what it answers', () => {
    given(...past)
      .when({ ...command, occurredAt: since } as ReferralCommand, by(intake))
      .gives(retimed(event, since));
    given(...past)
      .when({ ...command, occurredAt: before(since) } as ReferralCommand, by(intake))
      .refuses('OCCURRED_BEFORE', ['occurredAt']);
  });

  it('cannot lie in the future', () =>
    given(...past)
      .when({ ...command, occurredAt: '2026-03-01T18:00:00.001Z' } as ReferralCommand, by(intake))
      .refuses('OCCURRED_IN_FUTURE', ['occurredAt']));

  it('must be at a moment', () =>
    given(...past)
      .when({ ...command, occurredAt: 'soon' } as ReferralCommand, by(intake))
      .refuses('INVALID_INPUT', ['occurredAt']));

  it('without a time is never before what it answers, whatever a clock says', () =>
    given(...past)
      .when(command, by(intake), new Date(before(since)))
      .gives(retimed(event, since)));

  it('may be typed in by the sender, who was told', () => {
    for (const channel of channels.codes) {
      const told = { ...command, channel } as ReferralCommand;
      const check = given(...past).when(told, by(caseworker));
      const entered = { ...event.data, channel, recordedBy: 'sender' };
      if (['phone', 'paper', 'in_person', 'import'].includes(channel))
        check.gives({ ...event, data: entered } as ReferralEvent);
      else check.refuses('NOT_FOUND', []);
    }
  });

  it('may reach the record of the recipient in any way', () => {
    for (const channel of channels.codes)
      given(...past)
        .when({ ...command, channel } as ReferralCommand, by(intake))
        .gives({ ...event, data: { ...event.data, channel } } as ReferralEvent);
  });
});

describe('declining', () => {
  const why = (changes: Parameters<typeof decline>[0]) =>
    given(...into.sent).when(decline(changes), by(intake));

  it('takes every reason of the list', () => {
    for (const reason of declineReasons.codes) {
      if (reason === 'no_capacity' || reason === 'other') continue;
      why({ reason }).gives(declinedFor({ reason }));
    }
  });

  it('for want of capacity says for whom there is none', () => {
    why({ reason: 'no_capacity' }).refuses('REASON_REQUIRED', ['capacityScope']);
    for (const capacityScope of ['for_all', 'not_for_this_household'] as const)
      why({ reason: 'no_capacity', capacityScope }).gives(
        declinedFor({ reason: 'no_capacity', capacityScope }),
      );
  });

  it('says nothing of capacity for any other reason', () =>
    why({ reason: 'out_of_area', capacityScope: 'for_all' }).gives(declinedFor({ reason: 'out_of_area' })));

  it('for another reason needs its words, sealed', () => {
    why({ reason: 'other' }).refuses('REASON_REQUIRED', ['noteRecordId']);
    why({ reason: 'other', noteRecordId: 'note-1' }).gives(
      declinedFor({ reason: 'other', noteRecordId: 'note-1' }),
    );
  });

  it('may have words with any reason', () =>
    why({ reason: 'safety_of_person', noteRecordId: 'note-1' }).gives(
      declinedFor({ reason: 'safety_of_person', noteRecordId: 'note-1' }),
    ));
});

describe('completing', () => {
  it('says what came of it', () => {
    for (const outcome of outcomes.codes)
      given(...into.in_progress)
        .when(complete({ outcome }), by(intake))
        .gives(story.completed({ ...nowAt, outcome }));
  });
});

it('every answer happens after the one before it', () => {
  const times = Object.values(at).map((moment) => Date.parse(moment));
  expect([...times].sort((a, b) => a - b)).toEqual(times);
});

function before(moment: string): string {
  return new Date(Date.parse(moment) - 1).toISOString();
}
