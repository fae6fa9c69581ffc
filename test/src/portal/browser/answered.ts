/** A page that asks its servers, and when it knows: names come from there, in the language that is spoken. */
import type { Page, Request } from 'playwright-core';

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
    // What is told for as long as somebody looks has no end that could be waited for.
    if (!request.headers().accept?.includes('text/event-stream')) open.add(request);
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
