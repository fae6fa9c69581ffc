/** Looks for a word in every byte of every file below some directories, and in texts. */
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { tracesOf } from './encodings.js';

export interface Find {
  /** Below the directory that was searched. */
  readonly where: string;
  readonly encoding: string;
}

export interface Search {
  readonly found: readonly Find[];
  readonly files: number;
  readonly bytes: number;
}

export async function searchFiles(dir: string, word: string): Promise<Search> {
  const found: Find[] = [];
  let files = 0;
  let bytes = 0;
  for (const entry of await readdir(dir, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const content = await readFile(path).catch((error: NodeJS.ErrnoException) => {
      // A running server replaces its files; what is gone cannot be read by anybody else either.
      if (error.code === 'ENOENT') return Buffer.alloc(0);
      throw error;
    });
    files += 1;
    bytes += content.length;
    found.push(...searchBytes(content, word, relative(dir, path)));
  }
  return { found, files, bytes };
}

export function searchBytes(content: Buffer, word: string, where: string): Find[] {
  return tracesOf(word)
    .filter((trace) => content.includes(trace.bytes))
    .map(({ encoding }) => ({ where, encoding }));
}
