import { describe, expect, it } from '@jest/globals';
import { filterIn, inputOf, isFiltered, searchOf, shows } from './filter.js';

const from = (search: string) => filterIn(new URLSearchParams(search));

describe('the filter of a list', () => {
  it('comes back from the address as it went in', () => {
    for (const show of shows)
      for (const urgency of ['', 'emergency', 'normal'] as const)
        expect(filterIn(searchOf({ show, urgency }))).toEqual({ show, urgency });
  });

  it('shows everything where the address makes no sense', () => {
    expect(from('show=secret&urgency=very')).toEqual({ show: 'all', urgency: '' });
    expect(isFiltered(from('show=secret'))).toBe(false);
    expect(inputOf(from(''))).toEqual({});
  });

  it('asks the servers for no more than it says', () => {
    expect(inputOf(from('show=overdue&urgency=urgent'))).toEqual({ overdue: true, urgency: 'urgent' });
    expect(inputOf(from('show=waiting')).states).toContain('acknowledged');
    expect(inputOf(from('show=ended')).states).not.toContain('sent');
  });

  it('leaves no state out', () => {
    const states = (['waiting', 'going', 'ended'] as const).flatMap(
      (show) => inputOf({ show, urgency: '' }).states,
    );
    expect(new Set(states).size).toBe(16);
  });
});
