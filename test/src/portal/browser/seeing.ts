/**
 * One state of a page, looked at from everywhere: in each language, on a phone and on a desk, by day and by night. The
 * state stays as it is meanwhile: languages are switched and windows resized without loading anything anew. All of it in
 * a full proof. Every other run looks at a part that is drawn anew: in one of the plays at the first state and at two
 * in five of the others, each in one language, by axe at one width, a quarter of them in the dark.
 */
import { type Language, languages } from '@stezhka/vocabulary';
import type { Page } from 'playwright-core';
import { isInFull, randomFrom, seed } from '../../counts.js';
import { listening } from './answered.js';
import { axeFinds } from './axe.js';
import { movements, notAllSeen, tooSmall } from './measures.js';
import type { Visitor } from './visitor.js';

const phone = { width: 360, height: 780 };
const desk = { width: 1280, height: 800 };

/** How everybody comes who is looked at: for her, nothing may move. */
export const still = { reducedMotion: 'reduce' } as const;

export interface Seeing {
  /** What was found so far, and where. */
  readonly faults: readonly string[];
  /** In every language; it is Ukrainian again afterwards. */
  state(visitor: Visitor, name: string): Promise<void>;
  /** A page that speaks one language and has no switch. */
  page(page: Page, name: string): Promise<void>;
}

export function startSeeing(): Seeing {
  const chance = randomFrom(isInFull() ? 0 : seed());
  const faults: string[] = [];
  const found = (where: string, what: readonly string[]) =>
    faults.push(...what.map((one) => `${where}: ${one}`));

  async function page(seen: Page, name: string): Promise<void> {
    // Scrolled down, the header would lie over something.
    await seen.evaluate(() => scrollTo(0, 0));
    const forAxe = isInFull() ? [desk, phone] : [chance() < 0.5 ? desk : phone];
    for (const size of [desk, phone]) {
      await seen.setViewportSize(size);
      const where = `${name}, on a ${size === desk ? 'desk' : 'phone'}`;
      if (forAxe.includes(size)) found(where, await axeFinds(seen));
      if (size === phone) found(where, await tooSmall(seen));
      found(where, await notAllSeen(seen));
    }
  }

  let isFirst = true;
  function isLookedAt(): boolean {
    const looked = isInFull() || isFirst || chance() < 0.4;
    isFirst = false;
    return looked;
  }

  async function state({ page: seen }: Visitor, name: string): Promise<void> {
    if (!isLookedAt()) return;
    const drawn = languages.codes[Math.floor(chance() * languages.codes.length)]!;
    for (const language of isInFull() ? languages.codes : [drawn]) {
      await speak(seen, language);
      await page(seen, `${name}, ${language}`);
    }
    found(name, await movements(seen));
    if (isInFull() || chance() < 0.25) {
      await seen.emulateMedia({ colorScheme: 'dark' });
      found(`${name}, in the dark`, await axeFinds(seen, 'colours'));
      await seen.emulateMedia({ colorScheme: 'light' });
    }
    await speak(seen, 'uk');
  }

  return { faults, page, state };
}

async function speak(page: Page, language: Language): Promise<void> {
  if ((await page.locator('html').getAttribute('lang')) === language) return;
  const answered = listening(page);
  await page.locator('select.language').selectOption(language);
  await page.locator(`html[lang=${language}]`).waitFor();
  await page.locator('.waiting').waitFor({ state: 'detached' });
  await answered();
}
