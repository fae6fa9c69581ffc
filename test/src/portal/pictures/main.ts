/** `npm run pictures`: plays the README's five minutes in a real browser, and takes its pictures anew. */
import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { loadDemonstration } from '@stezhka/local';
import { temporaryNetwork } from '../../support/temporary-network.js';
import { openStage } from '../browser/stage.js';
import { pictureOf } from './picture.js';
import { tour } from './tour.js';

const folder = new URL('../../../pictures/', import.meta.url);

// The whole demonstration: its map is among the pictures.
const network = await temporaryNetwork();
await loadDemonstration(network, new AbortController().signal);
const stage = await openStage(network);
try {
  const taken = new Map<string, Buffer>();
  await tour(stage, async (visitor, name) => {
    taken.set(`${name}.webp`, await pictureOf(visitor));
  });
  // Only now: a tour that fails half-way leaves the old ones.
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(folder)) await rm(new URL(name, folder));
  for (const [name, picture] of taken) await writeFile(new URL(name, folder), picture);
} finally {
  await stage.close();
}
for (const name of (await readdir(folder)).sort()) {
  const { size } = await stat(new URL(name, folder));
  process.stdout.write(`${String(Math.round(size / 1000)).padStart(4)} KB  ${name}\n`);
}
process.stdout.write(`${fileURLToPath(folder)}\n`);
