/** Which texts are moments: those that events and rows can keep as they were meant. */
import { describe, expect, it } from '@jest/globals';
import { DateTime } from './date-time.js';

const parsed = (text: unknown) => (DateTime.parseValue(text) as Date).toISOString();

describe('a moment', () => {
  it.each([
    ['2022-08-31T09:30:00Z', '2022-08-31T09:30:00.000Z'],
    ['2022-08-31T09:30+03:00', '2022-08-31T06:30:00.000Z'],
    ['2024-02-29T23:59:59.123456789-01:00', '2024-03-01T00:59:59.123Z'],
    ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00.000Z'],
    ['9999-12-31T23:59:59.999Z', '9999-12-31T23:59:59.999Z'],
  ])('%s is %s', (text, moment) => {
    expect(parsed(text)).toBe(moment);
  });

  it.each([
    '2024-02-31T09:30:00Z',
    '2022-08-31T09:30:00',
    '2022-08-31',
    '31.08.2022',
    '2022-08-31T09:30:00+99:99',
    '0000-12-31T23:59:59Z',
    '0001-01-01T00:00:00+00:01',
    '9999-12-31T23:59:59-00:01',
    '+010000-01-01T00:00:00Z',
    1_661_938_200_000,
    null,
  ])('is not %s', (value) => {
    expect(() => parsed(value)).toThrow('DateTime is ISO 8601 text with an offset.');
  });
});
