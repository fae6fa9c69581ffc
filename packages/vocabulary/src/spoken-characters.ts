/**
 * Characters that people read to each other: Crockford's base 32, without I, L, O and U. A check character tells a slip
 * from what is not there, and so reveals nothing about what is. It is a sum over GF(32) in which each of up to 31 places
 * has a weight of its own: it sees any one wrong character and any two that changed places.
 */

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** One step of the sum: times x in GF(2)[x] modulo x⁵ + x² + 1. */
const timesX = (value: number): number => (value & 16 ? (value << 1) ^ 0b100101 : value << 1);

/** Letters of a Ukrainian keyboard that look like one of these. */
const lookalikes: Readonly<Record<string, string>> = {
  ...{ А: 'A', В: 'B', С: 'C', Е: 'E', Н: 'H', К: 'K', М: 'M', Р: 'P', Т: 'T', Х: 'X' },
  ...{ О: '0', O: '0', І: '1', I: '1', L: '1' },
};

/** Bytes as characters, five bits each; the last bits are left out where they do not fill one. */
export function spokenCharacters(bytes: Uint8Array): string {
  let rest = 0n;
  for (const byte of bytes) rest = (rest << 8n) | BigInt(byte);
  const places = Math.floor((bytes.length * 8) / 5);
  rest >>= BigInt((bytes.length * 8) % 5);
  let text = '';
  for (let place = 0; place < places; place++) {
    text = alphabet.charAt(Number(rest & 31n)) + text;
    rest >>= 5n;
  }
  return text;
}

/** What is written behind these characters so that a slip is seen. */
export function checkCharacter(characters: string): string {
  let sum = 0;
  for (const character of characters) sum = timesX(sum ^ alphabet.indexOf(character));
  return alphabet.charAt(sum);
}

/** As a person typed it, in the one spelling: any case, with or without spaces and dashes, lookalikes for what they look like. */
export function asSpoken(text: string): string {
  return text
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '')
    .replace(/./gu, (character) => lookalikes[character] ?? character);
}
