// @ts-check
/**
 * The only writer of the database, in a thread of its own: a commit waits for the disk, and on the main thread
 * that wait would stop every reader and every heartbeat.
 *
 * It is plain JavaScript because Node 20 cannot load TypeScript in a worker: this one file runs unchanged from
 * the sources (in tests) and from dist.
 */
import { parentPort, workerData } from 'node:worker_threads';
import Database from 'libsql';

/** @typedef {import('./group.js').PackedGroup} PackedGroup */

const FORMAT = 1;

if (parentPort === null) throw new Error('commit-thread must run in a worker');
const port = parentPort;

const database = open(workerData.file);
const insertStream = database.prepare('INSERT INTO streams (id, name) VALUES (?, ?)');
const insertEvent = database.prepare(
  'INSERT INTO events (position, stream, revision, id, type, created, record) VALUES (?, ?, ?, ?, ?, ?, ?)',
);

port.on('message', (/** @type {PackedGroup | 'close'} */ message) => {
  if (message === 'close') {
    database.pragma('wal_checkpoint(TRUNCATE)');
    database.close();
    port.postMessage({ kind: 'closed' });
    port.close();
    return;
  }
  try {
    commit(message);
    port.postMessage({ kind: 'committed' });
  } catch (error) {
    // Not rolled back and not tried again: the main thread's view is ahead of the disk, so the node must stop.
    port.postMessage({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
  }
});
port.postMessage({ kind: 'ready' });

/** @param {PackedGroup} group */
function commit(group) {
  database.exec('BEGIN IMMEDIATE');
  for (const [id, name] of group.streams) insertStream.run(id, name);
  let start = 0;
  for (const [index, event] of group.events.entries()) {
    const record = group.records.subarray(start, event.end);
    start = event.end;
    insertEvent.run(
      group.first + index,
      event.stream,
      event.revision,
      event.id,
      event.type,
      event.created,
      record,
    );
  }
  database.exec('COMMIT');
}

/** @param {string} file */
function open(file) {
  const opened = new Database(file);
  const mode = opened.pragma('journal_mode = WAL');
  if (JSON.stringify(mode) !== '[{"journal_mode":"wal"}]') throw new Error('no write-ahead log on this disk');
  opened.pragma('synchronous = FULL');
  opened.pragma('fullfsync = ON');
  const [{ user_version: format }] = /** @type {[{ user_version: number }]} */ (
    opened.pragma('user_version')
  );
  if (format > FORMAT) throw new Error(`the directory was written by a newer version (format ${format})`);
  // A tombstone is kept at revision -1: its true revision, 2^63 - 1, is no safe integer.
  opened.exec(`
    CREATE TABLE IF NOT EXISTS streams (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
    CREATE TABLE IF NOT EXISTS events (
      position INTEGER PRIMARY KEY,
      stream INTEGER NOT NULL,
      revision INTEGER NOT NULL,
      id TEXT NOT NULL,
      type TEXT NOT NULL,
      created INTEGER NOT NULL,
      record BLOB NOT NULL
    );
    CREATE UNIQUE INDEX IF NOT EXISTS events_of_stream ON events (stream, revision);
    PRAGMA user_version = ${FORMAT};
  `);
  return opened;
}
