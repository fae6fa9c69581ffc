/**
 * Kills the node again and again while more than a hundred appends are in flight, and looks each time at what a
 * new node finds in the directory. What was never answered is sent again, and must not be there twice.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EventStoreDBClient } from '@eventstore/db-client';
import { Ledger } from './node-ledger.js';
import { connectionStringTo, NodeProcess } from './node-process.js';

const WRITER = fileURLToPath(new URL('./node-writer.mjs', import.meta.url));
/** At least so many appends must be without an answer when the node dies. */
const WANTED_IN_FLIGHT = 100;
const MOST_ACKNOWLEDGED = 500;

export interface KillOptions {
  readonly kills: number;
  readonly seed: number;
  readonly log: (line: string) => void;
}

export interface KillReport {
  readonly kills: number;
  /** Those that caught too few appends in flight to prove anything, on top of the others. */
  readonly notCounted: number;
  /** Appends that were acknowledged, all of which were found. */
  readonly acknowledged: number;
  /** The fewest appends in flight at a kill that counts. */
  readonly fewestInFlight: number;
  /** Appends that were durable but not answered when the node died: none of them was written twice. */
  readonly untold: number;
  readonly appendsFound: number;
  readonly eventsFound: number;
}

type WriterReport =
  | {
      readonly kind: 'acknowledged';
      readonly append: string;
      readonly stream: string;
      readonly events: number;
      readonly revision: string;
      readonly position: string;
    }
  | { readonly kind: 'killed'; readonly unanswered: readonly unknown[] };

/** @throws Error that says what was lost, torn or doubled. */
export async function provesKills({ kills, seed, log }: KillOptions): Promise<KillReport> {
  const dir = mkdtempSync(join(tmpdir(), 'stezhka-kill-'));
  const ledger = new Ledger();
  let acknowledged = 0;
  let untold = 0;
  let fewestInFlight = Number.POSITIVE_INFINITY;
  let notCounted = 0;
  let unanswered: readonly unknown[] = [];
  const running: { node?: NodeProcess; writer?: ChildProcess } = {};
  try {
    for (let [round, counted] = [1, 0]; counted < kills; round++) {
      if (round > 2 * kills) throw new Error('too few appends were in flight at too many kills');
      const node = new NodeProcess(['--dir', dir]);
      running.node = node;
      const port = await node.ready();
      await readOn(port, ledger);
      untold += ledger.untold;
      const killAfter = digestNumber(`${seed}:kill:${round}`) % MOST_ACKNOWLEDGED;
      const args = [connectionStringTo(port), node.pid, killAfter, WANTED_IN_FLIGHT, round, seed].map(String);
      const writer = fork(WRITER, args, { execArgv: [] });
      running.writer = writer;
      let seen = 0;
      const over = new Promise<readonly unknown[]>((resolve, reject) => {
        // Of its end one can hear before its last words; of the channel's end only after them.
        writer.once('disconnect', () => reject(new Error('the writer ended early')));
        writer.on('message', (report: WriterReport) => {
          if (report.kind === 'killed') return resolve(report.unanswered);
          const { revision, position, ...receipt } = report;
          ledger.acknowledge({ ...receipt, revision: BigInt(revision), position: BigInt(position) });
          seen += 1;
        });
      });
      writer.send(unanswered);
      unanswered = await over;
      await node.ended;
      acknowledged += seen;
      // Answers that were on their way when the node died came in after it: such a kill proves too little to count.
      const counts = unanswered.length >= WANTED_IN_FLIGHT;
      if (counts) {
        counted += 1;
        fewestInFlight = Math.min(fewestInFlight, unanswered.length);
      } else notCounted += 1;
      const verdict = counts ? '' : ', not counted';
      log(`kill ${round}: ${seen} acknowledged, ${unanswered.length} in flight${verdict}`);
    }
    running.node = new NodeProcess(['--dir', dir]);
    const port = await running.node.ready();
    await readOn(port, ledger);
    await readAgain(port, ledger);
    const { code } = await running.node.kill('SIGTERM');
    if (code !== 0) throw new Error(`after SIGTERM the node ended with ${code}`);
    const { appends: appendsFound, events: eventsFound } = ledger.size;
    return { kills, notCounted, acknowledged, fewestInFlight, untold, appendsFound, eventsFound };
  } finally {
    running.writer?.kill('SIGKILL');
    await running.node?.kill('SIGKILL');
    rmSync(dir, { recursive: true, force: true });
  }
}

function digestNumber(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE();
}

/** Read what has come since the last look, and strike the balance. */
async function readOn(port: number, ledger: Ledger): Promise<void> {
  const client = EventStoreDBClient.connectionString(connectionStringTo(port));
  const fromPosition = { commit: ledger.position + 1n, prepare: ledger.position + 1n };
  for await (const { event } of client.readAll({ fromPosition })) {
    if (event === undefined) continue;
    const { append, index, of } = event.data as { append: string; index: number; of: number };
    const { id, streamId: stream, revision } = event;
    ledger.find({ append, index, of, id, stream, revision, position: event.position?.commit ?? 0n });
  }
  await client.dispose();
  ledger.balance();
}

/** In the end everything once more from the start: nothing found before has changed or gone. */
async function readAgain(port: number, ledger: Ledger): Promise<void> {
  const again = new Ledger();
  await readOn(port, again);
  if (again.size.events !== ledger.size.events) throw new Error('events found before are gone');
}
