/** axe-core, carried into a page past its policy: what it finds there, as sentences. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Result, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const tags = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** The rules that read colours; another colour scheme changes nothing for the others. */
const ofColours = ['color-contrast', 'link-in-text-block'];

export async function axeFinds(page: Page, rules: 'all' | 'colours' = 'all'): Promise<string[]> {
  const options: RunOptions = {
    runOnly: rules === 'all' ? { type: 'tag', values: tags } : { type: 'rule', values: ofColours },
    resultTypes: ['violations'],
    elementRef: false,
    iframes: false,
    preload: false,
  };
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source);
  const violations = await page.evaluate(async (asked) => {
    const { axe } = globalThis as unknown as { axe: { run(o: unknown): Promise<{ violations: Result[] }> } };
    return (await axe.run(asked)).violations.map(({ id, nodes }) => ({
      id,
      nodes: nodes.map(({ target, failureSummary }) => ({ target: target.join(' '), why: failureSummary })),
    }));
  }, options);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, why }) => `${id} at ${target} (${why?.replaceAll(/\s+/g, ' ')})`),
  );
}
