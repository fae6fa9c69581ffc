/**
 * Every list of the field is spoken in three languages and guarded at every border in the same way,
 * so all lists are made by this one builder and a reader who knows one list knows them all.
 */

/** What a code is called in each language of the product. */
export interface Labels {
  readonly uk: string;
  readonly en: string;
  readonly ro: string;
}

/** The languages in which the product speaks. */
export type Language = keyof Labels;

/** A closed list of codes. Codes are stable: one is never renamed and never used again for another thing. */
export interface CodeList<Code extends string, Entry extends Labels = Labels> {
  /** All codes, in the order in which people are shown them. */
  readonly codes: readonly [Code, ...Code[]];
  /** Is this value one of the codes? Exact: no trimming, no change of case. */
  readonly is: (value: unknown) => value is Code;
  /** What a code is called in a language. */
  readonly label: (code: Code, language: Language) => string;
  /** Everything that the list says about a code: its labels and what the list adds to them. */
  readonly entry: (code: Code) => Entry;
}

/** The union of the codes of a list: `type Urgency = CodeOf<typeof urgencies>`. */
export type CodeOf<List extends { readonly codes: readonly string[] }> = List['codes'][number];

/** Makes a list from its entries; their order is the order of the codes. */
export function codeList<Code extends string, Entry extends Labels>(
  entries: Readonly<Record<Code, Entry>>,
): CodeList<Code, Entry> {
  const codes = Object.freeze(Object.keys(entries)) as unknown as readonly [Code, ...Code[]];
  // A set, because `in` would take 'constructor' and 'toString' for codes.
  const known: ReadonlySet<unknown> = new Set(codes);
  return Object.freeze({
    codes,
    is: (value: unknown): value is Code => known.has(value),
    label: (code: Code, language: Language) => entries[code][language],
    entry: (code: Code) => entries[code],
  });
}
