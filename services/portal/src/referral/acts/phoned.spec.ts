import { describe, expect, it } from '@jest/globals';
import { missingInPhoned, notYet, toldOf } from './phoned.js';
import { answerOf, missingIn, noReason } from './reason.js';

describe('a reason to decline', () => {
  it('needs what its code needs', () => {
    const missing = (part: object) => missingIn({ ...noReason, ...part }).map(({ field }) => field);
    expect(missing({})).toEqual(['reason']);
    expect(missing({ reason: 'duplicate' })).toEqual([]);
    expect(missing({ reason: 'no_capacity' })).toEqual(['scope']);
    expect(missing({ reason: 'no_capacity', scope: 'for_all' })).toEqual([]);
    expect(missing({ reason: 'other', words: '  ' })).toEqual(['words']);
    expect(missing({ reason: 'other', words: 'why' })).toEqual([]);
  });

  it('takes along nothing that another code asked for', () => {
    expect(answerOf({ reason: 'duplicate', scope: 'for_all', words: 'why' })).toEqual({
      reason: 'duplicate',
    });
  });
});

describe('an answer that was given elsewhere', () => {
  it('says who answered what, and when if it was earlier', () => {
    const fields = (part: object) => missingInPhoned({ ...notYet, ...part }).map(({ field }) => field);
    expect(fields({})).toEqual(['said']);
    expect(fields({ said: 'accept' })).toEqual([]);
    expect(fields({ said: 'decline' })).toEqual(['reason']);
    expect(fields({ said: 'complete', when: 'earlier' })).toEqual(['outcome', 'at']);
  });

  it('has a time of its own only if it was earlier', () => {
    expect(toldOf({ ...notYet, said: 'accept' })).toEqual({ channel: 'phone' });
    const told = toldOf({ ...notYet, when: 'earlier', at: '2026-03-01T10:30' });
    expect(told.occurredAt).toBe(new Date('2026-03-01T10:30').toISOString());
  });
});
