import { describe, expect, it } from '@jest/globals';
import { clockPolicies } from './clock-policies.js';
import { pathways, urgencies } from './routing.js';
import {
  ladderOf,
  silenceClocks,
  silencePolicies,
  silencePolicyAt,
  silenceRungs,
  toldOnExpiry,
  toldOnRung,
} from './silence-policies.js';

const isolated = pathways.codes.filter((pathway) => pathway !== 'general');

describe('silence policies', () => {
  it('rise in version and in date, each with a source', () => {
    silencePolicies.forEach((policy, at) => {
      expect(policy.version).toBe(at + 1);
      expect(policy.source).not.toBe('');
      if (at > 0) expect(policy.effectiveFrom > silencePolicies[at - 1]!.effectiveFrom).toBe(true);
    });
  });

  it('hold from their first instant, and the first one before that', () => {
    const [first] = silencePolicies;
    expect(silencePolicyAt(new Date(first.effectiveFrom))).toBe(first);
    expect(silencePolicyAt('1991-08-24')).toBe(first);
    expect(() => silencePolicyAt('a name')).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }));
  });

  it('climb from intake to the coordinator, each later than the one before', () => {
    for (const policy of silencePolicies)
      for (const clock of silenceClocks.codes) {
        const ladder = ladderOf(policy, clock, 'general');
        expect(ladder.map(({ rung }) => rung)).toEqual([
          'reminder',
          'duty_officer',
          'sender_supervisor',
          'coordinator',
        ]);
        const after = ladder.map(({ afterPercent }) => afterPercent);
        expect(after).toEqual([...new Set(after)].sort((one, other) => one - other));
      }
  });

  it('ask the sender’s supervisor on an isolated pathway, and never anybody of the network', () => {
    for (const policy of silencePolicies)
      for (const clock of silenceClocks.codes)
        for (const pathway of isolated) {
          const ladder = ladderOf(policy, clock, pathway);
          expect(ladder.map(({ rung }) => toldOnRung(rung).at)).toEqual([
            'recipient',
            'recipient',
            'sender',
            'sender',
          ]);
          expect(toldOnExpiry(pathway)).toEqual({ at: 'sender', role: 'supervisor' });
        }
    expect(toldOnExpiry('general')).toEqual({ at: 'sender', role: 'caseworker' });
  });

  it('tell in whole minutes, and nobody after the end', () => {
    for (const { afterPercent, expiresAfterPercent } of silencePolicies)
      for (const { acknowledge, decide } of clockPolicies)
        for (const urgency of urgencies.codes) {
          const expires = (decide[urgency] * expiresAfterPercent) / 100;
          for (const percent of afterPercent.decide) {
            expect(Number.isInteger((decide[urgency] * percent) / 100)).toBe(true);
            expect((decide[urgency] * percent) / 100).toBeLessThan(expires);
          }
          for (const percent of afterPercent.acknowledge) {
            expect(Number.isInteger((acknowledge[urgency] * percent) / 100)).toBe(true);
            expect((acknowledge[urgency] * percent) / 100).toBeLessThanOrEqual(expires);
          }
        }
  });

  it('name every rung', () => {
    expect(silenceRungs.codes.map((rung) => toldOnRung(rung).role)).toEqual([
      'intake_officer',
      'duty_officer',
      'supervisor',
      'supervisor',
      'cluster_coordinator',
    ]);
  });
});
