import { describe, expect, it } from '@jest/globals';
import * as story from '../testing/referral-story.js';
import { at, type into } from '../testing/referral-story.js';
import { nameOf } from './timers.js';
import { timersFrom } from './workflow.timers.js';

const recorded = (recordedAt: string) => ({ recordedAt: new Date(recordedAt) });
const set = (recordedAt: string) => {
  const following = timersFrom({ ...story.sent(), ...recorded(recordedAt) }, 'general');
  return following && 'set' in following ? following.set.map(({ command }) => nameOf(command)) : [];
};

describe('what an event means for the clock', () => {
  it('a sending sets the whole ladder', () => expect(set(at.asked)).toHaveLength(9));

  it('a sending typed in late sets only what is still to come', () => {
    expect(set('2026-03-02T09:00:00.000Z')).toEqual([
      ...['acknowledge:duty_officer', 'decide:reminder', 'acknowledge:sender_supervisor'],
      ...['decide:duty_officer', 'decide:sender_supervisor', 'decide:coordinator'],
      ...['acknowledge:coordinator', 'expire'],
    ]);
    expect(set('2026-03-09T09:00:00.000Z')).toEqual([]);
  });

  it('an acknowledgement ends its own clock, an answer and every other end all of them', () => {
    const after = (event: (typeof into.sent)[number]) =>
      timersFrom({ ...event, ...recorded(at.ended) }, 'general');
    expect(after(story.acknowledged())).toEqual({ end: 'acknowledge' });
    for (const event of [
      ...[story.accepted(), story.declined(), story.withdrawn(), story.sharingEnded(), story.expired()],
      ...[story.started(), story.completed()],
    ])
      expect(after(event)).toEqual({ end: 'all' });
    for (const event of [story.drafted(), story.offerRequested(), story.offerRefused(), story.confirmed()])
      expect(after(event)).toBeUndefined();
    expect(after(story.silenceNoticed())).toBeUndefined();
  });
});
