/** What the portal says, out of its catalogues: a test presses what a person reads. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Language } from '@stezhka/vocabulary';

const catalogues = new URL('../../../../services/portal/src/words/', import.meta.url);

export interface Words {
  readonly language: Language;
  /** A text of the catalogue, with its `{names}` filled in. No plurals: those are the catalogues' own tests. */
  t(id: string, values?: Readonly<Record<string, string>>): string;
}

export function wordsIn(language: Language): Words {
  const texts = new Map<string, string>();
  const dir = new URL(`${language}/`, catalogues);
  for (const file of readdirSync(dir).filter((name) => name.endsWith('.po'))) {
    const entries = readFileSync(new URL(file, dir), 'utf8').matchAll(/^msgid (".+")\nmsgstr (".*")$/gm);
    for (const [, id, text] of entries) texts.set(JSON.parse(id!), JSON.parse(text!));
  }
  return {
    language,
    t(id, values = {}) {
      const text = texts.get(id);
      if (text === undefined) throw new Error(`The portal never says ${id}.`);
      return text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? `{${name}}`);
    },
  };
}
