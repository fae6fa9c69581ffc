/**
 * People read references to each other over bad phone lines. The check character tells a slip from a
 * reference that is not there, and so reveals nothing about which references exist.
 *
 * The form is `ST-XXXX-XXXX-C` in Crockford's base 32 (no I, L, O, U). The check is a sum over GF(32) in which
 * every place has a weight of its own: it sees any one wrong character and any two that changed places.
 */
import { Refusal } from './refusals.js';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const prefix = 'ST';

/** One step of the sum: times x in GF(2)[x] modulo x⁵ + x² + 1. */
const timesX = (value: number): number => (value & 16 ? (value << 1) ^ 0b100101 : value << 1);

function checkCharacter(digits: string): string {
  let sum = 0;
  for (const digit of digits) sum = timesX(sum ^ alphabet.indexOf(digit));
  return alphabet.charAt(sum);
}

/**
 * The working reference made of 5 bytes (of more, the first 5 count). 40 bits do not promise that no two
 * are alike: whoever gives references out takes other bytes if one is taken.
 * @throws Refusal INVALID_INPUT for fewer than 5 bytes.
 */
export function referenceOf(bytes: Uint8Array): string {
  if (bytes.length < 5) throw new Refusal('INVALID_INPUT');
  let rest = 0n;
  for (const byte of bytes.subarray(0, 5)) rest = (rest << 8n) | BigInt(byte);
  let digits = '';
  for (let place = 0; place < 8; place++) {
    digits = alphabet.charAt(Number(rest & 31n)) + digits;
    rest >>= 5n;
  }
  return written(digits + checkCharacter(digits));
}

/**
 * The one spelling of a reference as a person typed it: any case, with or without spaces and dashes,
 * O for 0 and I or L for 1. Undefined if it is mistyped.
 */
export function canonicalReference(text: string): string | undefined {
  const typed = text
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  if (!/^ST[0-9A-HJKMNP-TV-Z]{9}$/.test(typed)) return undefined;
  const digits = typed.slice(prefix.length);
  return checkCharacter(digits.slice(0, 8)) === digits[8] ? written(digits) : undefined;
}

/** Could this be a reference? Says nothing about whether there is one. */
export function checkReference(text: string): 'valid' | 'mistyped' {
  return canonicalReference(text) === undefined ? 'mistyped' : 'valid';
}

function written(digits: string): string {
  return `${prefix}-${digits.slice(0, 4)}-${digits.slice(4, 8)}-${digits.charAt(8)}`;
}
