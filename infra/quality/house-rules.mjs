// @ts-check
/** Reads every file of the repository for what no compiler refuses; the rules themselves stand in written-rules.mjs. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { repositoryFiles } from './repository-files.mjs';
import { faultsIn } from './written-rules.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
let faults = 0;
let read = 0;
for (const path of repositoryFiles(root)) {
  read += 1;
  for (const { line, rule } of faultsIn(path, readFileSync(join(root, path), 'utf8'))) {
    faults += 1;
    console.error(`${path}:${line}: ${rule}`);
  }
}
console.log(`${read} files read, ${faults} faults.`);
process.exitCode = faults === 0 ? 0 : 1;
