/** Everything that is said on a page comes from here, so nothing is said in one language only. */
import { i18n } from '@lingui/core';
import type { Language } from '@stezhka/vocabulary';
import { useMemo, useSyncExternalStore } from 'react';
import { codesOf, hearWords, labelOf, wordsNow } from './language.js';

export interface Words {
  readonly language: Language;
  /** A message of the catalogue, with its values put in. */
  t(id: string, values?: Readonly<Record<string, string | number>>): string;
  /** What a code is called; a code that is not in the list stands for itself. */
  label(list: string, code: string): string;
  /** The codes of a list, with what they are called. */
  options<Code extends string = string>(
    list: string,
  ): readonly { readonly value: Code; readonly label: string }[];
  /** Day and time, as people write them. */
  moment(iso: string): string;
  day(iso: string): string;
  /** A month, given as 2026-03. */
  month(written: string): string;
  /** Names in a row: a, b and c. */
  list(items: readonly string[]): string;
}

export function useWords(): Words {
  const now = useSyncExternalStore(hearWords, wordsNow);
  return useMemo(() => {
    const { language } = now;
    const locale = { uk: 'uk-UA', en: 'en-GB', ro: 'ro-RO' }[language];
    const moments = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
    const days = new Intl.DateTimeFormat(locale, { dateStyle: 'long' });
    const months = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
    const lists = new Intl.ListFormat(locale);
    return {
      language,
      t: (id, values) => i18n._(id, values),
      label: (list, code) => labelOf(list, code, language),
      options: <Code extends string>(list: string) =>
        codesOf(list, language).map((code) => ({
          value: code as Code,
          label: labelOf(list, code, language),
        })),
      moment: (iso) => moments.format(new Date(iso)),
      day: (iso) => days.format(new Date(iso)),
      month: (written) => months.format(new Date(`${written}-01`)),
      list: (items) => lists.format(items),
    };
  }, [now]);
}
