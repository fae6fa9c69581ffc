/** The shapes in which a word can lie among bytes. */

/** A word in one shape, as bytes to look for. */
export interface Trace {
  readonly encoding: string;
  readonly bytes: Buffer;
}

/** Of a word of ASCII letters and digits, twelve or longer: shorter ones leave too little of themselves in base64. */
export function tracesOf(word: string): readonly Trace[] {
  if (!/^[a-z0-9]{12,}$/.test(word)) throw new Error('a canary is written in small letters and digits');
  const texts: readonly (readonly [string, Buffer])[] = [
    ['UTF-8', Buffer.from(word)],
    ['UTF-16LE', Buffer.from(word, 'utf16le')],
    ['UTF-16BE', Buffer.from(word, 'utf16le').swap16()],
  ];
  return texts.flatMap(([name, bytes]) => [
    { encoding: name, bytes },
    { encoding: `hex of ${name}`, bytes: Buffer.from(bytes.toString('hex')) },
    { encoding: `capital hex of ${name}`, bytes: Buffer.from(bytes.toString('hex').toUpperCase()) },
    ...[0, 1, 2].flatMap((shift) =>
      (['base64', 'base64url'] as const).map((form) => ({
        encoding: `${form} of ${name}, shifted by ${shift}`,
        bytes: Buffer.from(innerBase64(bytes, shift, form)),
      })),
    ),
  ]);
}

/** The characters that come from the word alone, wherever it stands in what was encoded. */
function innerBase64(bytes: Buffer, shift: number, form: 'base64' | 'base64url'): string {
  const whole = Buffer.concat([Buffer.alloc(shift), bytes]).toString(form);
  const first = Math.ceil((shift * 8) / 6);
  const end = Math.floor(((shift + bytes.length) * 8) / 6);
  return whole.slice(first, end);
}
