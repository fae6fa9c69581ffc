import { describe, expect, it } from '@jest/globals';
import { createPositionTokens } from './position-token.js';

const tokens = createPositionTokens('a secret');

describe('a position token', () => {
  it('comes back as the position it was made for, in every process of the installation', () => {
    for (const position of [0n, 1n, 4_711n, 2n ** 63n])
      expect(createPositionTokens('a secret').open(tokens.seal(position))).toBe(position);
  });

  it('is the same for the same position', () => expect(tokens.seal(7n)).toBe(tokens.seal(7n)));

  it('says nothing of how much has happened', () => {
    const one = Buffer.from(tokens.seal(1_000n), 'base64url');
    const next = Buffer.from(tokens.seal(1_001n), 'base64url');
    const alike = [...one].filter((byte, n) => byte === next[n]).length;
    expect(alike).toBeLessThan(8);
  });

  it('of another installation, altered, or made up is none', () => {
    const token = tokens.seal(7n);
    const altered = `${token.startsWith('A') ? 'B' : 'A'}${token.slice(1)}`;
    for (const wrong of [createPositionTokens('another').seal(7n), altered, token.slice(1), '', 'p1.7', '🙂'])
      expect(tokens.open(wrong)).toBeUndefined();
  });
});
