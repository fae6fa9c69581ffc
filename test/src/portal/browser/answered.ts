/** A page that asks its servers, and when it knows: names come from there, in the language that is spoken. */
import type { Page, Request, Route } from 'playwright-core';

const listened = new WeakMap<Page, () => Promise<void>>();

/** Listens from now on; what it gives resolves when the page has its answers, and shows them. */
export function listening(page: Page): () => Promise<void> {
  const known = listened.get(page);
  if (known) return known;
  const open = new Set<Request>();
  let heard = () => {};
  const ended = (request: Request) => {
    open.delete(request);
    heard();
  };
  page.on('request', (request) => {
    if (!isStream(request)) open.add(request);
  });
  page.on('requestfinished', ended);
  page.on('requestfailed', ended);
  const answered = async () => {
    await drawn(page);
    while (open.size > 0)
      await new Promise<void>((resolve) => {
        heard = resolve;
      });
    await drawn(page);
  };
  listened.set(page, answered);
  return answered;
}

/** What was decided in one frame is there in the next. */
async function drawn(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next))));
}

/** From now on its questions are answered by this; what is told as things change goes its own way. */
export async function answering(page: Page, answer: (route: Route) => Promise<void>): Promise<void> {
  await page.route('**/graphql', (route) => (isStream(route.request()) ? route.continue() : answer(route)));
}

/** It lasts for as long as somebody looks: there is no end that could be waited for. */
export const isStream = (request: Request) => request.headers().accept === 'text/event-stream';
