/**
 * People read references to each other over bad phone lines. The check character tells a slip from a
 * reference that is not there, and so reveals nothing about which references exist.
 *
 * The form is `ST-XXXX-XXXX-C` in Crockford's base 32 (no I, L, O, U).
 */
import { Refusal } from './refusals.js';
import { asSpoken, checkCharacter, spokenCharacters } from './spoken-characters.js';

const prefix = 'ST';

/**
 * The working reference made of 5 bytes (of more, the first 5 count). 40 bits do not promise that no two
 * are alike: whoever gives references out takes other bytes if one is taken.
 * @throws Refusal INVALID_INPUT for fewer than 5 bytes.
 */
export function referenceOf(bytes: Uint8Array): string {
  if (bytes.length < 5) throw new Refusal('INVALID_INPUT');
  const digits = spokenCharacters(bytes.subarray(0, 5));
  return written(digits + checkCharacter(digits));
}

/**
 * The one spelling of a reference as a person typed it: any case, with or without spaces and dashes,
 * O for 0 and I or L for 1. Undefined if it is mistyped.
 */
export function canonicalReference(text: string): string | undefined {
  const typed = asSpoken(text);
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
