// @ts-check
/** Which files are the repository's own, told without git: an unpacked archive is checked as a clone is. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const notOurs = new Set(['node_modules', 'dist', 'coverage', '.git', '.turbo', '.stezhka', '.pnpm']);

/**
 * @param {string} root
 * @param {string} [directory] below it
 * @returns {Generator<string>} paths from the root, with forward slashes
 */
export function* repositoryFiles(root, directory = '') {
  for (const entry of readdirSync(join(root, directory), { withFileTypes: true })) {
    // Git's own is a file where a clone has several work trees.
    if (notOurs.has(entry.name)) continue;
    const path = directory ? `${directory}/${entry.name}` : entry.name;
    if (entry.isDirectory()) {
      yield* repositoryFiles(root, path);
    } else if (entry.isFile() && !/\.(log|tsbuildinfo)$/.test(entry.name)) {
      yield path;
    }
  }
}
