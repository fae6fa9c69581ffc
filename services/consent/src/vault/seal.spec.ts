import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { VaultError } from './key-ring.js';
import { digestOf, type RecordPlace, seal, unseal } from './seal.js';
import { unwrap, wrap } from './wrap.js';

const key = randomBytes(32);
const place: RecordPlace = {
  ...{ householdId: 'h1', subjectId: 'm1', dataClass: 'C1', version: 1, recordId: 'r1' },
};
const tampered = new VaultError('TAMPERED');

describe('a sealed record', () => {
  it('opens with its key at its place', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 600 }), (text) => {
        expect(unseal(key, place, seal(key, place, text, randomBytes))).toBe(text);
      }),
    );
  });

  it.each<Partial<RecordPlace>>([
    { householdId: 'h2' },
    { subjectId: 'm2' },
    { dataClass: 'C2' },
    { version: 2 },
    { recordId: 'r2' },
  ])('does not open elsewhere: %j', (elsewhere) => {
    const sealed = seal(key, place, 'Олена', randomBytes);
    expect(() => unseal(key, { ...place, ...elsewhere }, sealed)).toThrow(tampered);
  });

  it('does not open with another key, or with any bit changed', () => {
    const sealed = seal(key, place, 'Олена', randomBytes);
    expect(() => unseal(randomBytes(32), place, sealed)).toThrow(tampered);
    for (let at = 0; at < sealed.length; at++) {
      const changed = Buffer.from(sealed);
      changed[at]! ^= 1;
      expect(() => unseal(key, place, changed)).toThrow(tampered);
      expect(digestOf(changed)).not.toBe(digestOf(sealed));
    }
    expect(() => unseal(key, place, sealed.subarray(0, 20))).toThrow(tampered);
  });

  it('is never twice the same, and shows nothing of the content', () => {
    const [one, other] = [1, 2].map(() => seal(key, place, 'Олена', randomBytes)) as [Buffer, Buffer];
    expect(one.equals(other)).toBe(false);
    expect(one.includes('Олена')).toBe(false);
  });
});

describe('a wrapped key', () => {
  it('comes back under the key that wrapped it, and under no other', () => {
    const under = randomBytes(32);
    const wrapped = wrap(under, key);
    expect(unwrap(under, wrapped)).toEqual(key);
    expect(() => unwrap(randomBytes(32), wrapped)).toThrow(tampered);
    wrapped[3]! ^= 1;
    expect(() => unwrap(under, wrapped)).toThrow(tampered);
  });
});
