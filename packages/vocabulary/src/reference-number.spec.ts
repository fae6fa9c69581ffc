import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalReference, checkReference, referenceOf } from './reference-number.js';

const seed = 20220831;
const characters = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ', 'U', '*', 'Ж'];
const fiveBytes = fc.uint8Array({ minLength: 5, maxLength: 5 });

const holds = (name: string, property: fc.IRawProperty<unknown>) =>
  it(`${name} (seed ${seed})`, () => fc.assert(property, { seed, numRuns: 200 }));

const replaced = (text: string, at: number, by: string) =>
  text.slice(0, at) + by + text.slice(at + by.length);

describe('a reference number', () => {
  it('reads like this', () => {
    expect(referenceOf(new Uint8Array([0, 0, 0, 0, 0]))).toBe('ST-0000-0000-0');
    expect(referenceOf(new Uint8Array([255, 255, 255, 255, 255]))).toMatch(/^ST-ZZZZ-ZZZZ-[0-9A-Z]$/);
    expect(checkReference('ST-0000-0000-1')).toBe('mistyped');
  });

  holds(
    'is valid as given out',
    fc.property(fiveBytes, (bytes) => {
      const reference = referenceOf(bytes);
      expect(reference).toMatch(/^ST-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]$/);
      expect(checkReference(reference)).toBe('valid');
    }),
  );

  holds(
    'differs where its five bytes differ, and only there',
    fc.property(fiveBytes, fiveBytes, (one, other) => {
      const same = one.every((byte, at) => byte === other[at]);
      expect(referenceOf(one) === referenceOf(other)).toBe(same);
      expect(referenceOf(new Uint8Array([...one, 7]))).toBe(referenceOf(one));
    }),
  );

  holds(
    'shows every single wrong character',
    fc.property(fiveBytes, (bytes) => {
      const typed = referenceOf(bytes).replaceAll('-', '');
      const slips = [...typed].flatMap((character, at) =>
        characters.filter((by) => by !== character).map((by) => replaced(typed, at, by)),
      );
      expect(slips.filter((slip) => checkReference(slip) === 'valid')).toEqual([]);
    }),
  );

  holds(
    'shows any two characters that changed places, neighbours or not',
    fc.property(fiveBytes, (bytes) => {
      const typed = referenceOf(bytes).replaceAll('-', '');
      const slips = [...typed].flatMap((one, at) =>
        [...typed.slice(at + 1)].map((other, further) =>
          replaced(replaced(typed, at, other), at + 1 + further, one),
        ),
      );
      expect(slips.filter((slip) => slip !== typed && checkReference(slip) === 'valid')).toEqual([]);
    }),
  );

  holds(
    'shows a lost and a doubled character',
    fc.property(fiveBytes, fc.nat(10), (bytes, at) => {
      const typed = referenceOf(bytes).replaceAll('-', '');
      expect(checkReference(typed.slice(0, at) + typed.slice(at + 1))).toBe('mistyped');
      expect(checkReference(typed.slice(0, at) + typed.charAt(at) + typed.slice(at))).toBe('mistyped');
    }),
  );

  holds(
    'forgives case, spaces, dashes and look-alike letters',
    fc.property(fiveBytes, fc.constantFrom('', ' ', '–'), (bytes, dash) => {
      const reference = referenceOf(bytes);
      const sloppy = reference.toLowerCase().replaceAll('-', dash).replaceAll('0', 'o').replaceAll('1', 'l');
      expect(canonicalReference(` ${sloppy}\n`)).toBe(reference);
    }),
  );

  holds(
    'is not made of just any text',
    fc.property(fc.string(), (text) => {
      const canonical = canonicalReference(text);
      expect(canonical === undefined || checkReference(canonical) === 'valid').toBe(true);
    }),
  );

  it('needs five bytes', () => {
    expect(() => referenceOf(new Uint8Array(4))).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }));
  });
});
