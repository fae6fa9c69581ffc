/** In which language the portal speaks: chosen once, kept in this browser, Ukrainian until then. */
import { i18n } from '@lingui/core';
import type { Language } from '@stezhka/vocabulary';
import { type Labels, loadCatalogue, type Part } from './catalogues.js';

export const spoken: readonly Language[] = ['uk', 'en', 'ro'];
/** What each language calls itself. */
export const ownNames: Readonly<Record<Language, string>> = {
  uk: 'Українська',
  en: 'English',
  ro: 'Română',
};

/** What can be said at the moment. Another object whenever that changed. */
export interface WordsNow {
  readonly language: Language;
}

const kept = 'stezhka-language';
let now: WordsNow = { language: 'uk' };
const hearing = new Set<() => void>();
i18n.on('change', () => {
  now = { language: i18n.locale as Language };
  for (const heard of hearing) heard();
});

const needed = new Set<Part>();
const labels = new Map<Language, Record<string, Readonly<Record<string, string>>>>();

/** The language that was chosen here before. A browser that keeps nothing starts in Ukrainian each time. */
export function chosenLanguage(): Language {
  try {
    const stored = localStorage.getItem(kept);
    return spoken.find((language) => language === stored) ?? 'uk';
  } catch {
    return 'uk';
  }
}

/** Switch at once, with every part that is in use; the choice is kept where the browser allows it. */
export async function speak(language: Language): Promise<void> {
  await Promise.all([...needed].map((part) => load(part, language)));
  i18n.activate(language);
  document.documentElement.lang = language;
  try {
    localStorage.setItem(kept, language);
  } catch {
    // Not kept, and that is all.
  }
}

/** Resolves when the words of a part can be used, now and after a switch. */
export async function needWords(part: Part): Promise<void> {
  needed.add(part);
  const language = i18n.locale as Language | '';
  if (!language) return;
  await load(part, language);
  // Whoever renders already hears of the words that came late.
  i18n.activate(language);
}

/** Tells `heard` when the language was switched, or more words of it came; returns how to stop. */
export function hearWords(heard: () => void): () => void {
  hearing.add(heard);
  return () => hearing.delete(heard);
}

export function wordsNow(): WordsNow {
  return now;
}

export function labelOf(list: string, code: string, language: Language): string {
  return labels.get(language)?.[list]?.[code] ?? code;
}

/** The codes of a list, in the order in which people are shown them. */
export function codesOf(list: string, language: Language): readonly string[] {
  return Object.keys(labels.get(language)?.[list] ?? {});
}

const loaded = new Set<string>();

async function load(part: Part, language: Language): Promise<void> {
  const name = `${language}/${part}`;
  if (loaded.has(name)) return;
  const catalogue = await loadCatalogue(part, language);
  i18n.load(language, catalogue.messages);
  labels.set(language, { ...labels.get(language), ...(catalogue.labels as Labels) });
  loaded.add(name);
}
