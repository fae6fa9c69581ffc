import { describe, expect, it } from '@jest/globals';
import { capacityAt, capacityPolicies, capacityPolicyAt } from './capacity-policies.js';

const updatedAt = new Date('2026-03-01T08:00:00.000Z');
const stated = { state: 'capacity', available: 4, maximum: 18, updatedAt } as const;
const days = (count: number, more = 0) => new Date(updatedAt.getTime() + count * 86_400_000 + more);

describe('a statement about capacity', () => {
  it('holds for seven days', () =>
    expect(capacityAt(stated, days(7))).toEqual({ ...stated, stale: false, policy: 1 }));
  it('then reads unknown, without free places', () =>
    expect(capacityAt(stated, days(7, 1))).toEqual({
      state: 'unknown',
      available: null,
      maximum: 18,
      updatedAt,
      stale: true,
      policy: 1,
    }));
  it('that there is no room holds until somebody says otherwise, and tells that it is old', () => {
    const full = { ...stated, state: 'no-capacity', available: 0 } as const;
    expect(capacityAt(full, days(7))).toEqual({ ...full, stale: false, policy: 1 });
    for (const later of [days(7, 1), days(700)])
      expect(capacityAt(full, later)).toEqual({ ...full, stale: true, policy: 1 });
    expect(capacityAt({ ...full, updatedAt: null }, updatedAt).state).toBe('unknown');
  });
  it.each(['waitlist', 'additional-assessment-required'] as const)('of %s decays too', (state) =>
    expect(capacityAt({ ...stated, state }, days(7, 1))).toMatchObject({ state: 'unknown', stale: true }),
  );
  it('that was never made reads unknown', () =>
    expect(
      capacityAt({ state: null, available: null, maximum: null, updatedAt: null }, updatedAt),
    ).toMatchObject({ state: 'unknown', updatedAt: null, stale: true }));
});

describe('the policies', () => {
  it('are versions in order, each with a source', () => {
    expect(capacityPolicies.map(({ version }) => version)).toEqual(capacityPolicies.map((_, n) => n + 1));
    expect(capacityPolicies.every(({ source }) => source.length > 0)).toBe(true);
  });
  it('begin with the first', () => expect(capacityPolicyAt(new Date(0)).version).toBe(1));
});
