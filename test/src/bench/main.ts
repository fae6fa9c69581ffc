/** `npm run bench`: measures what is built, and prints a line of words and a line of JSON for every figure. */
import { argv, exit, stderr, stdout } from 'node:process';
import { slow4G, slow4GApplied } from './first-paint.js';
import { inJson, inWords } from './report.js';
import { inRounds } from './rounds.js';

const benches = [slow4G, slow4GApplied];
const leastRounds = 3;

const words = argv.slice(2);
const rounds = Number(words.find((word) => word.startsWith('--rounds='))?.slice(9) ?? 5);
const named = words.filter((word) => !word.startsWith('--'));
const unknown = named.filter((name) => !benches.some((bench) => bench.name === name));
if (unknown.length > 0 || !(rounds >= leastRounds)) {
  const names = benches.map(({ name }) => name).join(', ');
  stderr.write(`npm run bench -- [--rounds=${leastRounds} or more] [${names}]\n`);
  exit(1);
}
for (const bench of benches.filter(({ name }) => named.length === 0 || named.includes(name))) {
  stdout.write(`\n${bench.name}: ${bench.what}\n`);
  const opened = await bench.open();
  try {
    for (const figure of await inRounds(opened, rounds))
      stdout.write(`${inWords(bench, figure)}\n${inJson(bench, figure)}\n`);
  } finally {
    await opened.close();
  }
}
