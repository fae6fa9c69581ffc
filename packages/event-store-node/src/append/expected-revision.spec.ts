import { describe, expect, test } from '@jest/globals';
import {
  type EventMemory,
  type ExpectedRevision,
  judgeAppend,
  type StreamStanding,
} from './expected-revision.js';

const MISSING: StreamStanding = { last: -1, tombstoned: false, softDeleted: false, hasMetadata: false };
const THREE: StreamStanding = { ...MISSING, last: 2 };
const HIDDEN: StreamStanding = { ...THREE, softDeleted: true, hasMetadata: true };
const ENDED: StreamStanding = { ...THREE, tombstoned: true };

const ANY: ExpectedRevision = { kind: 'any' };
const NO_STREAM: ExpectedRevision = { kind: 'no-stream' };
const EXISTS: ExpectedRevision = { kind: 'stream-exists' };
const exactly = (revision: bigint): ExpectedRevision => ({ kind: 'exactly', revision });

/** A stream that holds these ids from revision 0 on. */
function memoryOf(...ids: string[]): EventMemory {
  return {
    recentRevision: (id) => (ids.includes(id) ? ids.indexOf(id) : undefined),
    stands: (id, revision) => ids[revision] === id,
  };
}

const THREE_EVENTS = memoryOf('a', 'b', 'c');

describe('an expectation that is met', () => {
  test.each([
    ['any', MISSING, ANY],
    ['any', THREE, ANY],
    ['no stream', MISSING, NO_STREAM],
    ['no stream, of a hidden one', HIDDEN, NO_STREAM],
    ['existence', THREE, EXISTS],
    ['existence, of metadata alone', { ...MISSING, hasMetadata: true }, EXISTS],
    ['the newest revision', THREE, exactly(2n)],
    ['the newest revision of a hidden stream', HIDDEN, exactly(2n)],
  ])('%s: written', (_, standing, expected) => {
    expect(judgeAppend(standing, expected, ['new'], THREE_EVENTS)).toEqual({ kind: 'write' });
  });
});

describe('an expectation that is not met', () => {
  test.each([
    ['no stream', THREE, NO_STREAM],
    ['existence', MISSING, EXISTS],
    ['an old revision', THREE, exactly(0n)],
    ['a later revision', THREE, exactly(3n)],
    ['the largest revision', THREE, exactly(2n ** 64n - 1n)],
    ['a revision of nothing', MISSING, exactly(0n)],
  ])('%s: wrong version', (_, standing, expected) => {
    expect(judgeAppend(standing, expected, ['new'], memoryOf())).toEqual({ kind: 'wrong-version' });
  });

  test('a hidden stream does not exist', () => {
    expect(judgeAppend(HIDDEN, EXISTS, ['new'], THREE_EVENTS)).toEqual({ kind: 'deleted' });
  });

  test.each([ANY, NO_STREAM, EXISTS, exactly(2n)])(
    'an ended stream takes nothing, whatever is expected',
    (expected) => {
      expect(judgeAppend(ENDED, expected, ['a'], THREE_EVENTS)).toEqual({ kind: 'deleted' });
    },
  );
});

describe('an append that was written before', () => {
  test.each([
    ['from the start', NO_STREAM, ['a', 'b'], 1],
    ['all of it', NO_STREAM, ['a', 'b', 'c'], 2],
    ['in the middle', exactly(0n), ['b'], 1],
    ['by id alone', ANY, ['b', 'c'], 2],
    ['by id alone, of an existing stream', EXISTS, ['c'], 2],
  ])('%s: its last revision', (_, expected, ids, last) => {
    expect(judgeAppend(THREE, expected, ids, THREE_EVENTS)).toEqual({ kind: 'written-before', last });
  });

  test.each([
    ['goes on differently', NO_STREAM, ['a', 'x']],
    ['goes on beyond the end', exactly(1n), ['c', 'd']],
    ['stands elsewhere', exactly(0n), ['c']],
    ['is known in part', ANY, ['a', 'x']],
  ])('but %s: wrong version', (_, expected, ids) => {
    expect(judgeAppend(THREE, expected, ids, THREE_EVENTS)).toEqual({ kind: 'wrong-version' });
  });

  test('known in part from the second event on, it is new', () => {
    expect(judgeAppend(THREE, ANY, ['x', 'a'], THREE_EVENTS)).toEqual({ kind: 'write' });
  });
});
