/** What somebody finds out who types an address: what she sees, and what her browser was told. */
import { createHash } from 'node:crypto';
import { listening } from './answered.js';
import { type Heard, hear } from './heard.js';
import { contentOf } from './page-content.js';
import type { Visitor } from './visitor.js';

export interface Seen {
  readonly address: string;
  readonly title: string;
  /** A digest of the page as it is drawn. */
  readonly looks: string;
  readonly content: string;
  readonly answers: readonly string[];
}

/** In a new tab, once it rests under this heading. The id that ends `path` reads ID everywhere. */
export async function seenAt(visitor: Visitor, path: string, heading: string): Promise<Seen> {
  const page = await visitor.context.newPage();
  const heard = hear(page);
  const answered = listening(page);
  await page.goto(visitor.origin + path);
  await page.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor();
  await answered();
  const id = path.split('/').at(-1)!;
  const withoutId = (text: string) => text.replaceAll(id, 'ID');
  const seen = {
    address: withoutId(page.url()),
    title: withoutId(await page.title()),
    looks: createHash('sha256')
      .update(await page.screenshot())
      .digest('hex'),
    content: withoutId(await contentOf(page)),
    // Asked again while it is looked at, a page hears the same once more.
    answers: [...new Set((await heard()).map(lasting).map(withoutId))].sort(),
  };
  await page.close();
  return seen;
}

/** Without what is another one each time. */
function lasting({ headers, ...answer }: Heard): string {
  const { date: _, 'x-request-id': request = '', ...rest } = headers;
  const text = JSON.stringify({ ...answer, headers: rest });
  return request ? text.replaceAll(request, 'REQUEST') : text;
}
