import { expect, it } from '@jest/globals';
import { authorityPolicies, authorityPolicyAt, authorityStatusOf } from './authority-status.js';
import { isFinal, referralStates } from './referral-states.js';

it('says one word for every end, and never that one was a refusal', () => {
  const ends = referralStates.codes.filter((state) => isFinal(state) && state !== 'entered_in_error');
  expect(new Set(ends.map(authorityStatusOf))).toEqual(new Set(['closed']));
});

it('says nothing of what was never sent, or never should have been', () => {
  expect(authorityStatusOf('draft')).toBe('not_available');
  expect(authorityStatusOf('entered_in_error')).toBe('not_available');
});

it('has a policy for every day', () => {
  expect(authorityPolicies.map(({ version }) => version)).toEqual(authorityPolicies.map((_, n) => n + 1));
  expect(authorityPolicyAt(new Date('2000-01-01')).version).toBe(1);
  expect(authorityPolicyAt(new Date('2026-03-01'))).toBe(authorityPolicies.at(-1));
  expect(() => authorityPolicyAt(new Date(Number.NaN))).toThrow('not valid');
});
