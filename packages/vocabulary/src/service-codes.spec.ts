import { describe, expect, it } from '@jest/globals';
import { isIsolated, pathways } from './routing.js';
import { serviceCodes } from './service-codes.js';
import { notReferable, serviceGroupOf, serviceGroups } from './service-groups.js';

describe('services', () => {
  it('each belong to a named group, and no group is empty', () => {
    const used = new Set(serviceCodes.codes.map(serviceGroupOf));
    expect([...used].sort()).toEqual([...serviceGroups.codes].sort());
    expect(serviceGroupOf('SHL.DV')).toBe('SHL');
  });

  it('are never taken for activities', () => {
    for (const activity of notReferable.codes) expect(serviceCodes.is(activity)).toBe(false);
  });

  it('follow an isolated pathway on all but the general one', () => {
    expect(pathways.codes.filter(isIsolated)).toEqual(['gbv', 'tip', 'cp']);
  });
});
