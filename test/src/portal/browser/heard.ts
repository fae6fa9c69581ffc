/** What goes between a browser and the portal's servers, as it is on the wire. */
import type { BrowserContext, Page, Response } from 'playwright-core';
import { isStream } from './answered.js';

export interface Heard {
  readonly path: string;
  /** The operation that was asked, by its id. */
  readonly asked: string | undefined;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** Everything from now on, pages and programs left out: what has come by the time one asks. */
export function hear(who: BrowserContext | Page): () => Promise<readonly Heard[]> {
  const heard: Promise<Heard | undefined>[] = [];
  who.on('response', (response) => {
    const path = new URL(response.url()).pathname;
    // What a stream tells has no end yet; it is heard to its end where streams are proved.
    if (isStream(response.request())) return;
    if (path === '/graphql' || path.startsWith('/auth/')) heard.push(heardIn(path, response));
  });
  return async () => (await Promise.all(heard)).filter((one) => one !== undefined);
}

/** Nothing for an answer that the browser let go before it was read, as one does with a question given up. */
async function heardIn(path: string, response: Response): Promise<Heard | undefined> {
  const asked = response.request().postDataJSON()?.documentId;
  const status = response.status();
  // A redirect has no text.
  const text = status >= 300 && status < 400 ? '' : await response.text().catch(() => undefined);
  return text === undefined ? undefined : { path, asked, status, headers: response.headers(), text };
}

/** The command that a press would send, word by word. It does not get there. */
export async function catchCommand(page: Page, press: () => Promise<void>): Promise<string> {
  const caught = new Promise<string>((resolve) =>
    page.route('**/graphql', (route) => {
      const body = route.request().postData() ?? '';
      if (!body.includes('"key"')) return route.fallback();
      resolve(body);
      return route.abort();
    }),
  );
  await press();
  const body = await caught;
  await page.unrouteAll();
  return body;
}
