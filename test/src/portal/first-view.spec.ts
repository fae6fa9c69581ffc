/** The first page comes quickly over a weak network, because it is small: both limits, on what was really built. */
import { randomBytes } from 'node:crypto';
import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';
import { wordsIn } from './browser/words.js';
import { operationId, weigh } from './first-view.js';

const inRepository = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const dist = inRepository('services/portal/dist');
const manifest = JSON.parse(readFileSync(inRepository('schema/operations/portal.json'), 'utf8'));

/** The language of whoever has chosen none. */
const { t } = wordsIn('uk');
const views = {
  'signed out': [t('welcome.what')],
  inbox: [t('inbox.empty.received'), operationId(manifest, 'Me'), operationId(manifest, 'Received')],
};
const atMost = { entry: 60_000, view: 90_000 };
const tooMuch = (weights: { readonly entry: number; readonly view: number }) =>
  (['entry', 'view'] as const).filter((part) => weights[part] > atMost[part]);

it.each(Object.entries(views))('what is fetched for the first view is small: %s', (name, marks) => {
  const { entry, view, files } = weigh(dist, marks);
  process.stdout.write(`${JSON.stringify({ view: name, gzipped: { entry, view, ...files } })}\n`);
  expect(tooMuch({ entry, view })).toEqual([]);
});

it('is noticed when it grows, by what the entry imports and by what the page asks for later', () => {
  const dir = mkdtempSync(join(tmpdir(), 'stezhka-portal-'));
  try {
    cpSync(dist, dir, { recursive: true });
    const assets = join(dir, 'assets');
    writeFileSync(
      join(assets, 'planted.js'),
      `export const much = "${randomBytes(60_000).toString('base64')}";`,
    );
    const words = readdirSync(assets).find((name) =>
      readFileSync(join(assets, name), 'utf8').includes(t('welcome.what')),
    );
    appendFileSync(join(assets, words!), '\nimport"./planted.js";');
    expect(tooMuch(weigh(dir, views['signed out']))).toEqual(['view']);
    const entry = /src="\/assets\/([^"]+)"/.exec(readFileSync(join(dir, 'index.html'), 'utf8'))![1]!;
    appendFileSync(join(assets, entry), '\nimport{much as planted}from"./planted.js";');
    expect(tooMuch(weigh(dir, views['signed out']))).toEqual(['entry', 'view']);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
});
