/**
 * What a portal leaves behind in a browser. Every attempt to write is noted as it is made, in every page of the window
 * from the first one on, and what is there at the end is looked at besides.
 */
import type { BrowserContext, Page } from 'playwright-core';

export interface Traces {
  /** What was written, one line each: where, under which name, what. */
  readonly written: readonly string[];
  /** Every address that a window had, redirects left out: what a history and an address line show. */
  readonly addresses: readonly string[];
}

/** To be called before the first page is opened. */
export async function traceIn(context: BrowserContext): Promise<Traces> {
  const written: string[] = [];
  const addresses: string[] = [];
  await context.exposeBinding('noteWriting', (_source, line: string) => {
    written.push(line);
  });
  await context.addInitScript(noteEveryWriting);
  const follow = (page: Page) => page.on('framenavigated', (frame) => addresses.push(frame.url()));
  for (const page of context.pages()) follow(page);
  context.on('page', follow);
  return { written, addresses };
}

/** Runs in each page before its own scripts. */
function noteEveryWriting(): void {
  const note = (globalThis as unknown as { noteWriting(line: string): Promise<void> }).noteWriting;
  // biome-ignore lint/suspicious/noExplicitAny: any of a browser's own methods, whatever it takes.
  type Method = (this: any, ...given: any[]) => any;
  const noteCalls = (
    of: object,
    method: string,
    line: (self: unknown, given: unknown[]) => string | undefined,
  ) => {
    const own = (of as Record<string, Method>)[method]!;
    Object.defineProperty(of, method, {
      value(this: unknown, ...given: unknown[]) {
        const noted = line(this, given);
        if (noted !== undefined) void note(noted);
        return own.apply(this, given);
      },
    });
  };
  const noteSetting = (of: object, property: string) => {
    const own = Object.getOwnPropertyDescriptor(of, property)!;
    Object.defineProperty(of, property, {
      ...own,
      set(this: unknown, value: unknown) {
        void note(`${property} ${value}`);
        own.set!.call(this, value);
      },
    });
  };
  noteCalls(Storage.prototype, 'setItem', (self, [name, value]) =>
    [self === sessionStorage ? 'sessionStorage' : 'localStorage', name, value].join(' '),
  );
  noteCalls(IDBFactory.prototype, 'open', (_self, [name]) => `indexedDB ${name}`);
  if ('caches' in globalThis) noteCalls(CacheStorage.prototype, 'open', (_self, [name]) => `caches ${name}`);
  for (const method of ['pushState', 'replaceState'])
    noteCalls(History.prototype, method, (_self, [state]) =>
      state === null || state === undefined ? undefined : `history ${JSON.stringify(state)}`,
    );
  noteSetting(Document.prototype, 'title');
  noteSetting(Document.prototype, 'cookie');
}

/** What a page finds when it looks at everything that outlives it. */
export function leftIn(page: Page) {
  return page.evaluate(async () => ({
    localStorage: { ...localStorage },
    sessionStorage: { ...sessionStorage },
    databases: (await indexedDB.databases()).map(({ name }) => name),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
    history: history.state,
    window: window.name,
    title: document.title,
    cookie: document.cookie,
  }));
}

/** The same of a browser that keeps the language alone. */
export const languageAlone: Record<keyof Awaited<ReturnType<typeof leftIn>>, unknown> = {
  localStorage: { 'stezhka-language': 'uk' },
  sessionStorage: {},
  databases: [],
  caches: [],
  workers: [],
  history: null,
  window: '',
  title: 'Стежка',
  cookie: '',
};

/** Runs in a page: leaves a word in every place that is looked at, but for a worker, which needs a program. */
export async function leaveEverywhere(word: string): Promise<void> {
  localStorage.setItem('a', word);
  sessionStorage.setItem('b', word);
  Object.assign(document, { cookie: `c=${encodeURIComponent(word)}`, title: word });
  history.replaceState({ d: word }, '');
  window.name = word;
  await caches.open(word);
  await new Promise((opened) => {
    indexedDB.open(word).onsuccess = opened;
  });
}
