/** `npm run bench`: measures what is built, and prints a line of words and a line of JSON for every figure. */
import { once } from 'node:events';
import process, { argv, exit, stderr, stdout } from 'node:process';
import { acts } from './acts.js';
import { appends } from './appends.js';
import type { Opened } from './bench.js';
import { coverage } from './coverage.js';
import { slow4G, slow4GApplied } from './first-paint.js';
import { inbox } from './inbox.js';
import { load, machine } from './machine.js';
import { ranking } from './ranking.js';
import { replay } from './replay.js';
import { goalInJson, goalInWords, inJson, inWords, json } from './report.js';
import { inRounds } from './rounds.js';

const benches = [slow4G, slow4GApplied, appends, inbox, acts, coverage, ranking, replay];
const leastRounds = 3;

const words = argv.slice(2);
const option = (name: string) => words.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3);
const rounds = Number(option('rounds') ?? 5);
const sizes = (option('sizes') ?? '10000,100000,1000000').split(',').map(Number);
const named = words.filter((word) => !word.startsWith('--'));
const unknown = named.filter((name) => !benches.some((bench) => bench.name === name));
if (unknown.length > 0 || !(rounds >= leastRounds) || !sizes.every((size) => size >= 10_000)) {
  const names = benches.map(({ name }) => name).join(', ');
  stderr.write(`npm run bench -- [--rounds=${leastRounds} or more] [--sizes=10000 or more,…] [${names}]\n`);
  exit(1);
}
stdout.write(`${json({ ...machine(), rounds, sizes, load: load() })}\n`);
let opened: Opened | undefined;
// Whoever has enough of it leaves nothing running.
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  once(process, signal).then(async () => {
    await opened?.close();
    exit(1);
  });
for (const bench of benches.filter(({ name }) => named.length === 0 || named.includes(name))) {
  stdout.write(`\n${bench.name}: ${bench.what}\n`);
  opened = await bench.open(sizes);
  try {
    const { figures, reached } = await inRounds(opened, rounds);
    for (const figure of figures) stdout.write(`${inWords(bench, figure)}\n${inJson(bench, figure)}\n`);
    for (const goal of reached) stdout.write(`${goalInWords(bench, goal)}\n${goalInJson(bench, goal)}\n`);
  } finally {
    await opened.close();
  }
  stdout.write(`${json({ bench: bench.name, load: load() })}\n`);
}
