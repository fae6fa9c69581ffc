import { expect, test } from '@jest/globals';
import { eventFilter, InvalidFilter } from './event-filter.js';

test.each([
  [
    'a prefix',
    { prefixes: ['referral-'], regex: undefined },
    ['referral-1', 'referral-'],
    ['xreferral-1', 'referral', ''],
  ],
  ['prefixes', { prefixes: ['a-', 'b-'], regex: undefined }, ['a-1', 'b-1'], ['c-1', 'ab-1']],
  ['a regular expression', { prefixes: [], regex: '^[^$].*' }, ['a', 'a$'], ['$a', '']],
  ['an expression without anchors', { prefixes: [], regex: 'b+' }, ['abbc'], ['ac']],
  ['both: the expression', { prefixes: ['a'], regex: '^b' }, ['b'], ['a']],
  ['neither: everything', { prefixes: [], regex: undefined }, ['', 'a'], []],
])('%s', (_, request, passing, stopped) => {
  const ofStreams = eventFilter({ on: 'stream', ...request });
  const ofTypes = eventFilter({ on: 'type', ...request });
  for (const name of passing) expect([ofStreams(name, '-'), ofTypes('-', name)]).toEqual([true, true]);
  for (const name of stopped) expect([ofStreams(name, '-'), ofTypes('-', name)]).toEqual([false, false]);
});

test('what is no regular expression is refused', () => {
  expect(() => eventFilter({ on: 'type', prefixes: [], regex: '(' })).toThrow(InvalidFilter);
});
