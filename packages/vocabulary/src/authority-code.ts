/**
 * What the person gives an authority so that it may ask how her referral stands. It is a secret and no reference: who
 * has it is told something. So it has 80 bits, and a form of its own, `XXXX-XXXX-XXXX-XXXX-C`, which nobody takes for
 * the working reference.
 */
import { Refusal } from './refusals.js';
import { asSpoken, checkCharacter, spokenCharacters } from './spoken-characters.js';

const BYTES = 10;

/**
 * The code made of 10 random bytes (of more, the first 10 count).
 * @throws Refusal INVALID_INPUT for fewer.
 */
export function authorityCodeOf(bytes: Uint8Array): string {
  if (bytes.length < BYTES) throw new Refusal('INVALID_INPUT');
  const characters = spokenCharacters(bytes.subarray(0, BYTES));
  return written(characters + checkCharacter(characters));
}

/** The one spelling of a code as it was typed; undefined if that is mistyped, which says nothing about whether there is one. */
export function canonicalAuthorityCode(text: string): string | undefined {
  const typed = asSpoken(text);
  if (!/^[0-9A-HJKMNP-TV-Z]{17}$/.test(typed)) return undefined;
  return checkCharacter(typed.slice(0, 16)) === typed[16] ? written(typed) : undefined;
}

const written = (characters: string) => (characters.match(/.{1,4}/g) ?? []).join('-');
