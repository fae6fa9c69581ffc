import { describe, expect, it } from '@jest/globals';
import { readClock, readingWords } from './clock.js';

const due = '2026-03-01T12:00:00.000Z';
const before = (minutes: number) => Date.parse(due) - minutes * 60_000;

describe('a deadline', () => {
  it.each([
    [13 * 24 * 60, { state: 'left', unit: 'days', count: 13 }],
    [4 * 24 * 60, { state: 'left', unit: 'days', count: 4 }],
    [4 * 24 * 60 - 1, { state: 'left', unit: 'hours', count: 95 }],
    [72 * 60 - 1, { state: 'left', unit: 'hours', count: 71 }],
    [5 * 60, { state: 'left', unit: 'hours', count: 5 }],
    [4 * 60, { state: 'soon', unit: 'hours', count: 4 }],
    [59, { state: 'soon', unit: 'minutes', count: 59 }],
    [0.2, { state: 'soon', unit: 'minutes', count: 1 }],
    [0, { state: 'soon', unit: 'minutes', count: 1 }],
    [-0.2, { state: 'over', unit: 'minutes', count: 1 }],
    [-90, { state: 'over', unit: 'hours', count: 1 }],
    [-3 * 24 * 60, { state: 'over', unit: 'hours', count: 72 }],
    [-5 * 24 * 60, { state: 'over', unit: 'days', count: 5 }],
  ])('that is %d minutes away', (minutes, reading) => {
    expect(readClock(due, before(minutes))).toEqual(reading);
  });

  it('has words for what is left and for what is over', () => {
    expect(readingWords({ state: 'soon', unit: 'hours', count: 1 })).toBe('clock.left.hours');
    expect(readingWords({ state: 'over', unit: 'days', count: 1 })).toBe('clock.over.days');
  });
});
