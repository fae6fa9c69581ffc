import { UnavailableError, WrongExpectedVersionError } from '@eventstore/db-client';
import { describe, expect, it } from '@jest/globals';
import { isStoreAway } from './store-away.js';

/** As the transport throws it. */
const status = (code: number) => Object.assign(new Error('it broke off'), { code, details: 'it broke off' });

describe('a store that is away', () => {
  it('is known by what the client says', () => {
    expect(isStoreAway(new UnavailableError(status(14) as never))).toBe(true);
  });

  it.each([1, 4, 14])('is known by the transport’s status %i', (code) => {
    expect(isStoreAway(status(code))).toBe(true);
  });

  it('is no store that has answered, and nothing else that has a code', () => {
    const refused = new WrongExpectedVersionError(
      null as never,
      {
        ...{ streamName: 'parcel-1', current: 1n, expected: 0n },
      } as never,
    );
    const others = [refused, status(3), Object.assign(new Error('a file'), { code: 14 }), 'away', undefined];
    expect(others.map(isStoreAway)).toEqual([false, false, false, false, false]);
  });
});
