/** Catalogues as the build reads them: with Lingui's own reader and compiler. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createCompiledCatalog } from '@lingui/cli/api';
import type { Messages } from '@lingui/core';

/** Id → text, in the order of the file. */
export function textsOf(part: string, language: string): ReadonlyMap<string, string> {
  const path = fileURLToPath(new URL(`../words/${language}/${part}.po`, import.meta.url));
  const entries = readFileSync(path, 'utf8').matchAll(/^msgid (".+")\nmsgstr (".*")$/gm);
  return new Map([...entries].map(([, id, text]) => [JSON.parse(id!), JSON.parse(text!)]));
}

/** What the portal loads of it. */
export function compiledCatalogue(part: string, language: string): Messages {
  const { source } = createCompiledCatalog(language, Object.fromEntries(textsOf(part, language)), {
    namespace: 'json',
  });
  return JSON.parse(source).messages;
}
