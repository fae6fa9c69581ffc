/**
 * What a phone has to fetch before it can show a first page, read from the built files as a browser would come upon
 * them: the document, what it names, and for each script whatever that imports from its first line on.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

export interface Weights {
  /** The script of the document with everything that it imports statically, in bytes gzipped. */
  readonly entry: number;
  /** The document with its styles, the entry, and every later part that the view cannot do without. */
  readonly view: number;
  /** Gzipped, file by file. */
  readonly files: Readonly<Record<string, number>>;
}

/** @param marks texts that the view shows or asks by, wherever the build has put them */
export function weigh(dist: string, marks: readonly string[]): Weights {
  const assets = join(dist, 'assets');
  const texts = new Map(readdirSync(assets).map((name) => [name, readFileSync(join(assets, name), 'utf8')]));
  const html = readFileSync(join(dist, 'index.html'), 'utf8');
  const named = [...html.matchAll(/<(script|link)[^>]+(?:src|href)="\/assets\/([^"]+)"/g)];
  const inDocument = named.map(([, , name]) => name!);
  const scripts = named.filter(([, tag]) => tag === 'script').map(([, , name]) => name!);
  if (scripts.length === 0) throw new Error('The document names no script.');
  const entry = closure(texts, scripts);
  const parts = marks.map((mark) => {
    const holding = [...texts].filter(([, text]) => text.includes(mark)).map(([name]) => name);
    if (holding.length === 0) throw new Error(`No built file holds ${mark}.`);
    return holding;
  });
  const view = closure(texts, [...inDocument, ...entry, ...parts.flat()]);
  const size = (name: string) => gzipSync(texts.get(name)!, { level: 9 }).length;
  const document = gzipSync(html, { level: 9 }).length;
  return {
    entry: sum([...entry].map(size)),
    view: document + sum([...view].map(size)),
    files: { 'index.html': document, ...Object.fromEntries([...view].map((name) => [name, size(name)])) },
  };
}

/** The id under which the portal sends one of its operations, by the manifest of them. */
export function operationId(manifest: Readonly<Record<string, string>>, name: string): string {
  const found = Object.entries(manifest).find(([, text]) => text.includes(`query ${name}(`));
  if (!found) throw new Error(`The portal never asks ${name}.`);
  return found[0];
}

/** `import`s that run before the script itself does; those that it calls for later have a parenthesis. */
const statically = /\b(?:import|export)\b\s*(?:[\w$*{][^'"();]*?\bfrom\s*)?["']\.\/([^"']+)["']/g;

function closure(texts: ReadonlyMap<string, string>, from: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [...from];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (found.has(name)) continue;
    const text = texts.get(name);
    if (text === undefined) throw new Error(`${name} is named and not built.`);
    found.add(name);
    if (name.endsWith('.js')) open.push(...[...text.matchAll(statically)].map(([, next]) => next!));
  }
  return found;
}

const sum = (sizes: readonly number[]) => sizes.reduce((all, one) => all + one, 0);
