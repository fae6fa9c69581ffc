import { describe, expect, it } from '@jest/globals';
import { clockPolicies, clockPolicyAt, isAlwaysEmergency } from './clock-policies.js';
import { urgencies } from './routing.js';
import { serviceCodes } from './service-codes.js';

describe('clock policies', () => {
  it('count in minutes what the field counts in hours and days', () => {
    expect(clockPolicyAt('2024-05-01T10:00:00Z')).toMatchObject({
      version: 1,
      decide: { emergency: 1440, urgent: 4320, normal: 20160 },
      acknowledge: { emergency: 60, urgent: 1440, normal: 4320 },
    });
  });

  it('rise in version and in date, each with a source', () => {
    clockPolicies.forEach((policy, at) => {
      expect(policy.version).toBe(at + 1);
      expect(policy.source).not.toBe('');
      if (at > 0) expect(policy.effectiveFrom > clockPolicies[at - 1]!.effectiveFrom).toBe(true);
    });
  });

  it('never ask for a decision before an acknowledgement', () => {
    for (const policy of clockPolicies)
      for (const urgency of urgencies.codes)
        expect(policy.acknowledge[urgency]).toBeLessThan(policy.decide[urgency]);
  });

  it('hold from their first instant, and the first one before that', () => {
    const [first] = clockPolicies;
    expect(clockPolicyAt(new Date(first.effectiveFrom))).toBe(first);
    expect(clockPolicyAt('1991-08-24')).toBe(first);
  });

  it('refuse what is no date without repeating it', () => {
    expect(() => clockPolicyAt('a name')).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }));
  });

  it('leave only clinical help after rape always an emergency', () => {
    expect(serviceCodes.codes.filter(isAlwaysEmergency)).toEqual(['HLT.CMR']);
  });
});
