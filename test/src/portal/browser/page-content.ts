/** All that a page holds for whoever looks at it, reads it out, or opens the browser's tools. */
import type { Page } from 'playwright-core';

/** The document as it stands, what is typed into it, and what its accessibility tree says. */
export async function contentOf(page: Page): Promise<string> {
  const [markup, typed, tree] = await Promise.all([page.content(), page.evaluate(typedIn), treeOf(page)]);
  return [markup, typed, tree].join('\n');
}

function typedIn(): string {
  const controls = document.querySelectorAll<HTMLInputElement>('input, textarea, select');
  return [...controls].map(({ value }) => value).join('\n');
}

async function treeOf(page: Page): Promise<string> {
  const browser = await page.context().newCDPSession(page);
  const { nodes } = await browser.send('Accessibility.getFullAXTree');
  await browser.detach();
  return nodes
    .map(({ role, name, value }) => [role, name, value].map((one) => one?.value).join(' '))
    .join('\n');
}
