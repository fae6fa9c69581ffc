/**
 * One directory, one node. The lock is SQLite's own exclusive lock on a small file beside the events: the
 * kernel drops it when the process dies, however it dies, so there is never a stale lock to remove by hand.
 * (The event database itself cannot be locked this way: its readers and its writer are two connections.)
 */
import { join } from 'node:path';
import Database from 'libsql';
import { NodeStartError } from '../node-start-error.js';

interface DirectoryLock {
  release(): void;
}

/** @throws NodeStartError `DIRECTORY_IN_USE` when another node holds the directory, in this process or another. */
export function lockDirectory(dir: string): DirectoryLock {
  const database = new Database(join(dir, 'lock'));
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if (!(error instanceof Error) || !/locked|busy/i.test(error.message)) throw error;
    throw new NodeStartError('DIRECTORY_IN_USE', `another node has this directory open: ${dir}`);
  }
  return { release: () => database.close() };
}
