import { describe, expect, it } from '@jest/globals';
import { deadlines } from '../referral/decide.clocks.js';
import { strikesOf } from './ladder.js';
import { commandOf, nameOf } from './timers.js';

const occurredAt = '2026-03-01T08:00:00.000Z';
const sentOn = (pathway: 'general' | 'gbv', urgency: 'emergency' | 'urgent' | 'normal') =>
  strikesOf({ pathway, occurredAt, ...deadlines(urgency, occurredAt) }).map(({ command, dueAt }) => [
    dueAt,
    nameOf(command),
  ]);

describe('the ladder of a referral', () => {
  it('climbs while nobody acknowledges, then while nobody decides, and ends with the deadline', () =>
    expect(sentOn('general', 'emergency')).toEqual([
      ['2026-03-01T09:00:00.000Z', 'acknowledge:reminder'],
      ['2026-03-01T09:30:00.000Z', 'acknowledge:duty_officer'],
      ['2026-03-01T10:00:00.000Z', 'acknowledge:sender_supervisor'],
      ['2026-03-01T11:00:00.000Z', 'acknowledge:coordinator'],
      ['2026-03-01T20:00:00.000Z', 'decide:reminder'],
      ['2026-03-02T02:00:00.000Z', 'decide:duty_officer'],
      ['2026-03-02T05:36:00.000Z', 'decide:sender_supervisor'],
      ['2026-03-02T06:48:00.000Z', 'decide:coordinator'],
      ['2026-03-02T08:00:00.000Z', 'expire'],
    ]));

  it('asks the sender’s supervisor again where a coordinator may not know', () => {
    const names = sentOn('gbv', 'normal').map(([, name]) => name);
    expect(names.filter((name) => name?.includes('coordinator'))).toEqual([]);
    expect(names.filter((name) => name?.includes('sender_supervisor_again'))).toHaveLength(2);
    expect(names.at(-1)).toBe('expire');
  });

  it('keeps expiry last where a rung comes due at the same moment', () =>
    expect(sentOn('general', 'urgent').slice(-2)).toEqual([
      ['2026-03-04T08:00:00.000Z', 'acknowledge:coordinator'],
      ['2026-03-04T08:00:00.000Z', 'expire'],
    ]));

  it('is told from its rows as it was set', () => {
    for (const { command } of strikesOf({
      ...{ pathway: 'general', occurredAt },
      ...deadlines('urgent', occurredAt),
    }))
      expect(commandOf({ referral_id: 'one', policy: command.policy, rung: nameOf(command) })).toEqual(
        command,
      );
  });
});
