/** Somebody with a browser of her own: signed in, in one language, on a phone unless told otherwise. */

import { demonstrationPassword } from '@stezhka/local';
import type { Language } from '@stezhka/vocabulary';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { openBrowser } from '../bff/browser.js';
import { type Words, wordsIn } from './words.js';

export interface Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly words: Words;
  /** The portal's address, without a path. */
  readonly origin: string;
  /** What the page complained of in its console, policy violations included; empty for a page that is well. */
  readonly complaints: readonly string[];
  go(path: string): Promise<void>;
  button(id: string, values?: Readonly<Record<string, string>>): Locator;
  link(id: string, values?: Readonly<Record<string, string>>): Locator;
  field(id: string): Locator;
  choice(label: string): Locator;
  heading(name: string): Locator;
  close(): Promise<void>;
}

export interface Visiting {
  readonly language?: Language;
  readonly width?: number;
  readonly height?: number;
  readonly deviceScaleFactor?: number;
  readonly colorScheme?: 'light' | 'dark';
  readonly reducedMotion?: 'reduce' | 'no-preference';
}

/** Opens a window that nobody is signed in to. */
export async function visit(browser: Browser, origin: string, how: Visiting = {}): Promise<Visitor> {
  const { language = 'uk', width = 360, height = 780, ...rest } = how;
  const context = await browser.newContext({ viewport: { width, height }, ...rest });
  await context.addInitScript((chosen) => {
    // Where storage is refused there is no portal either.
    if (location.protocol.startsWith('http') && !localStorage.getItem('stezhka-language'))
      localStorage.setItem('stezhka-language', chosen);
  }, language);
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const complaints: string[] = [];
  page.on('console', (said) => {
    if (['error', 'warning'].includes(said.type())) complaints.push(said.text());
  });
  page.on('pageerror', ({ message }) => complaints.push(message));
  const words = wordsIn(language);
  const { t } = words;
  return {
    ...{ page, context, words, origin, complaints },
    go: async (path) => {
      await page.goto(new URL(path, origin).href);
    },
    button: (id, values) => page.getByRole('button', { name: t(id, values), exact: true }),
    link: (id, values) => page.getByRole('link', { name: t(id, values), exact: true }),
    field: (id) => page.getByLabel(t(id), { exact: true }),
    choice: (label) => page.getByLabel(label, { exact: true }),
    heading: (name) => page.getByRole('heading', { name, exact: true }),
    close: () => context.close(),
  };
}

/** Through the front door, as a person does it. */
export async function signIn(visitor: Visitor, name: string): Promise<void> {
  const { page, go, link } = visitor;
  await go('/');
  await link('session.signIn').click();
  await page.locator('input[name=name]').fill(name);
  await page.locator('input[name=password]').fill(demonstrationPassword);
  await page.keyboard.press('Enter');
  await waitForHerDay(visitor);
}

/** By the same addresses and with the same cookies, but without a look at the pages on the way: others look at them. */
export async function comeSignedIn(visitor: Visitor, name: string): Promise<void> {
  const { context, origin, go } = visitor;
  const door = openBrowser(origin);
  await door.submit(await door.follow('/auth/sign-in'), name, demonstrationPassword);
  const { hostname: domain } = new URL(origin);
  await context.addCookies(
    door.cookies.map((cookie) => ({
      ...cookie,
      ...({ domain, httpOnly: true, sameSite: 'Lax' } as const),
      secure: cookie.name.startsWith('__Host-'),
    })),
  );
  await go('/');
  await waitForHerDay(visitor);
}

/** It begins where her work is. */
async function waitForHerDay({ words, heading }: Visitor): Promise<void> {
  await heading(words.t('inbox.received'))
    .or(heading(words.t('status.title')))
    .waitFor();
}

/** As the servers see it. */
export async function isSignedIn({ context, origin }: Visitor): Promise<boolean> {
  return (await (await context.request.get(`${origin}/auth/session`)).json()).signedIn;
}
