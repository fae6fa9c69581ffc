import { expect, test } from '@jest/globals';
import { RecentEventIds } from './recent-event-ids.js';

const event = (position: number) => ({ stream: 1, revision: position, position });

test('the oldest id is forgotten when there are too many', () => {
  const recent = new RecentEventIds(2);
  for (const position of [1, 2, 3]) recent.remember(`id-${position}`, event(position), 3);
  expect(recent.find('id-1')).toBeUndefined();
  expect(recent.find('id-2')).toEqual(event(2));
});

test('an id that is not on the disk yet is never forgotten', () => {
  const recent = new RecentEventIds(2);
  for (const position of [1, 2, 3, 4]) recent.remember(`id-${position}`, event(position), 0);
  expect(recent.find('id-1')).toEqual(event(1));
});
