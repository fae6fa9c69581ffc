import { describe, expect, it } from '@jest/globals';
import { asOfOf, endOfDay, momentsUntil } from './moments.js';

const now = new Date('2026-03-01T00:30:00Z');

describe('the moments of the network', () => {
  it('are the months since 2022 that are over, and now', () => {
    const moments = momentsUntil(now);
    expect(moments.slice(0, 2)).toEqual(['2022-01', '2022-02']);
    expect(moments.slice(-3)).toEqual(['2026-01', '2026-02', 'now']);
    expect(moments).toHaveLength(4 * 12 + 2 + 1);
    expect(momentsUntil(new Date('2022-01-31T12:00:00Z'))).toEqual(['now']);
  });

  it('are looked at on their last day', () => {
    expect(asOfOf('2022-08')).toBe('2022-08-31T12:00:00.000Z');
    expect(asOfOf('2024-02')).toBe('2024-02-29T12:00:00.000Z');
    expect(asOfOf('2022-12')).toBe('2022-12-31T12:00:00.000Z');
    expect(asOfOf('now')).toBeUndefined();
    expect(endOfDay(now)).toBe('2026-03-01T23:59:59Z');
  });
});
