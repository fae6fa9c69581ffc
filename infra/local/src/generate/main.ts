/**
 * `npm run generate`: writes what is generated into the `schema` package; `--check` compares instead, and refuses a
 * change to an event that was published.
 */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { argv, exit, stderr, stdout } from 'node:process';
import { fileURLToPath } from 'node:url';
import { type GeneratedFile, generateEvents } from './events.js';
import { generateSdl } from './sdl.js';

const schema = fileURLToPath(new URL('../../../../schema/', import.meta.url));
const files = [...(await generateEvents()), ...(await generateSdl())];

async function existing(folder: string): Promise<string[]> {
  const entries = await readdir(join(schema, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(schema, join(entry.parentPath, entry.name)));
}

const read = (path: string) => readFile(join(schema, path), 'utf8').catch(() => undefined);

async function check(): Promise<string[]> {
  const faults: string[] = [];
  for (const { path, text } of files)
    if ((await read(path)) !== text) faults.push(`${path} is not what the sources say`);
  const known = new Set(files.map(({ path }) => path));
  for (const path of [...(await existing('events')), ...(await existing('sdl'))])
    if (!known.has(path)) faults.push(`${path} has no source: a published event is never removed`);
  return faults;
}

/** A published version is never edited: a new meaning is a new version. */
async function write({ path, text }: GeneratedFile): Promise<void> {
  const before = path.startsWith('events/') ? await read(path) : undefined;
  if (before !== undefined && before !== text)
    stdout.write(`changed: ${path}: if it was ever released, write a new version instead\n`);
  await mkdir(dirname(join(schema, path)), { recursive: true });
  await writeFile(join(schema, path), text);
}

if (argv.includes('--check')) {
  const faults = await check();
  for (const fault of faults) stderr.write(`${fault}\n`);
  if (faults.length > 0) {
    stderr.write('Run `npm run generate` and look at what changed.\n');
    exit(1);
  }
  stdout.write(`${files.length} generated files are what the sources say\n`);
} else {
  for (const file of files) await write(file);
  stdout.write(`${files.length} files written\n`);
}
