import { describe, expect, it } from '@jest/globals';
import { Refusal, refusalCodes } from './refusals.js';

describe('a refusal', () => {
  it('says the fixed words of its code', () => {
    for (const code of refusalCodes.codes) {
      const refusal = new Refusal(code, ['accept']);
      expect(refusal).toMatchObject({ name: 'Refusal', code, message: refusalCodes.label(code, 'en') });
      expect(refusal).toBeInstanceOf(Error);
    }
  });

  it('keeps what was possible when it was made', () => {
    const possible = ['accept', 'decline'];
    const refusal = new Refusal('ILLEGAL_TRANSITION', possible);
    possible.push('withdraw');
    expect(refusal.possible).toEqual(['accept', 'decline']);
    expect(new Refusal('NOT_FOUND').possible).toEqual([]);
  });
});
