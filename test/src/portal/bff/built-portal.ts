/** A portal as its build would leave it, as small as possible: one page, one script, three operations. */
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { everything } from '../../live/ear.js';

export const page = '<!doctype html><title>Стежка</title><script src="/assets/index-1.js"></script>';

const me = 'query Me { me { staffId roles } }';
const actors = 'query Actors($first: Int!) { actors(first: $first) { items { id } } }';

const idOf = (document: string) => createHash('sha256').update(document).digest('hex');

export const documentIds = { me: idOf(me), actors: idOf(actors), changes: idOf(everything) } as const;

export interface BuiltPortal {
  readonly files: string;
  readonly documents: string;
  remove(): Promise<void>;
}

export async function buildPortal(): Promise<BuiltPortal> {
  const dir = await mkdtemp(join(tmpdir(), 'stezhka-portal-'));
  const files = join(dir, 'dist');
  const documents = join(dir, 'portal.json');
  await mkdir(join(files, 'assets'), { recursive: true });
  await writeFile(join(files, 'index.html'), page);
  await writeFile(join(files, 'assets/index-1.js'), 'export {};');
  const texts = [me, actors, everything];
  await writeFile(documents, JSON.stringify(Object.fromEntries(texts.map((text) => [idOf(text), text]))));
  return { files, documents, remove: () => rm(dir, { recursive: true, force: true }) };
}
