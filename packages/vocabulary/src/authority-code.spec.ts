import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { authorityCodeOf, canonicalAuthorityCode } from './authority-code.js';
import { canonicalReference } from './reference-number.js';

const codes = fc.uint8Array({ minLength: 10, maxLength: 10 }).map(authorityCodeOf);
const characters = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'];

describe('a code for an authority', () => {
  it('carries all of its 80 bits', () => {
    const bytes = fc.uint8Array({ minLength: 10, maxLength: 10 });
    fc.assert(
      fc.property(bytes, bytes, (one, other) => {
        const alike = Buffer.from(one).equals(Buffer.from(other));
        expect(authorityCodeOf(one) === authorityCodeOf(other)).toBe(alike);
      }),
    );
    expect(() => authorityCodeOf(new Uint8Array(9))).toThrow('not valid');
  });

  it('is read however it was typed, on a Ukrainian keyboard too', () => {
    fc.assert(
      fc.property(codes, (code) => {
        expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]$/);
        expect(canonicalAuthorityCode(code)).toBe(code);
        expect(canonicalAuthorityCode(` ${code.toLowerCase().replaceAll('-', ' ')}`)).toBe(code);
        expect(canonicalAuthorityCode(code.replaceAll('0', 'o').replaceAll('1', 'l'))).toBe(code);
        expect(canonicalAuthorityCode(code.replaceAll('C', 'С').replaceAll('0', 'О'))).toBe(code);
      }),
    );
  });

  it('shows every single slip and every two characters that changed places', () => {
    fc.assert(
      fc.property(codes, fc.nat(16), fc.nat(16), fc.constantFrom(...characters), (code, at, other, wrong) => {
        const typed = [...code.replaceAll('-', '')];
        const slip = typed.with(at, wrong).join('');
        if (wrong !== typed[at]) expect(canonicalAuthorityCode(slip)).toBeUndefined();
        const swapped = typed.with(at, typed[other]!).with(other, typed[at]!).join('');
        if (typed[at] !== typed[other]) expect(canonicalAuthorityCode(swapped)).toBeUndefined();
      }),
    );
  });

  it('is never taken for a working reference, nor the other way round', () => {
    fc.assert(fc.property(codes, (code) => expect(canonicalReference(code)).toBeUndefined()));
    expect(canonicalAuthorityCode('ST-7K3Q-M2XW-4')).toBeUndefined();
  });
});
