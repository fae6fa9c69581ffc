import { expect, test } from '@jest/globals';
import { firstReadable, NO_RULES, recreation, rulesFrom, softDeletion } from './stream-rules.js';

const rules = (metadata: object) => rulesFrom(Buffer.from(JSON.stringify(metadata)));

test('a soft deletion hides everything, in the digits that other servers write', () => {
  expect(softDeletion().toString()).toBe('{"$tb":9223372036854775807}');
  expect(rulesFrom(softDeletion()).softDeleted).toBe(true);
});

test('a recreated stream keeps what else was said of it', () => {
  const metadata = Buffer.from('{"$maxCount":5,"own":"x","$tb":9223372036854775807}');
  expect(JSON.parse(recreation(metadata, 3).toString())).toEqual({ $maxCount: 5, own: 'x', $tb: 3 });
});

test('the age is given in seconds', () => {
  expect(rules({ $maxAge: 2 }).maxAge).toBe(2000);
});

test.each([
  [{}, 0],
  [{ $tb: 4 }, 4],
  [{ $maxCount: 3 }, 7],
  [{ $maxCount: 30 }, 0],
  [{ $tb: 8, $maxCount: 3 }, 8],
])('of ten events %j leaves those from revision %d on', (metadata, first) => {
  expect(firstReadable(rules(metadata), 9)).toBe(first);
});

test.each(['', 'not json', '3', 'null', '[]', '{"$tb":"4","$maxCount":-1}'])('%j says nothing', (text) => {
  expect(rulesFrom(Buffer.from(text))).toEqual(NO_RULES);
});
