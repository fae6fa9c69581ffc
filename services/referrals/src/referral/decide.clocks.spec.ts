import { describe, expect, it } from '@jest/globals';
import { clockPolicies, clockPolicyAt, urgencies } from '@stezhka/vocabulary';
import { deadlines } from './decide.clocks.js';

const sentAt = '2026-03-01T08:00:00.000Z';

describe('the clocks of a referral', () => {
  it.each([
    ['emergency', '2026-03-01T09:00:00.000Z', '2026-03-02T08:00:00.000Z'],
    ['urgent', '2026-03-02T08:00:00.000Z', '2026-03-04T08:00:00.000Z'],
    ['normal', '2026-03-04T08:00:00.000Z', '2026-03-15T08:00:00.000Z'],
  ] as const)('run by urgency: %s', (urgency, acknowledgeBy, decideBy) =>
    expect(deadlines(urgency, sentAt)).toEqual({ acknowledgeBy, decideBy, clockPolicy: 1 }),
  );

  it('count from when it was sent, to the millisecond and over the end of a month', () =>
    expect(deadlines('emergency', '2028-02-28T23:59:59.999Z')).toEqual({
      acknowledgeBy: '2028-02-29T00:59:59.999Z',
      decideBy: '2028-02-29T23:59:59.999Z',
      clockPolicy: 1,
    }));

  it('count hours that passed, also in the night when clocks are put forward', () =>
    expect(deadlines('emergency', '2026-03-28T23:00:00.000Z').decideBy).toBe('2026-03-29T23:00:00.000Z'));

  it('follow the policy of the day of sending, and name it', () => {
    for (const { effectiveFrom, version } of clockPolicies)
      expect(deadlines('normal', `${effectiveFrom}T00:00:00.000Z`).clockPolicy).toBe(version);
    expect(deadlines('normal', '2019-01-01T00:00:00.000Z').clockPolicy).toBe(1);
  });

  it('give a decision more time than an acknowledgement', () => {
    const policy = clockPolicyAt(sentAt);
    for (const urgency of urgencies.codes) {
      const { acknowledgeBy, decideBy } = deadlines(urgency, sentAt);
      expect(Date.parse(acknowledgeBy)).toBeLessThan(Date.parse(decideBy));
      expect(Date.parse(decideBy) - Date.parse(sentAt)).toBe(policy.decide[urgency] * 60_000);
    }
  });
});
