/**
 * What it costs until an event is kept: the event store as a process of its own behind its client, as any service has
 * it. The baseline is the least that a disk takes to keep as many bytes; the rival is a table with one lock over
 * everything, as an event log in PostgreSQL needs it for an order without gaps.
 */
import { randomUUID } from 'node:crypto';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventStoreDBClient } from '@eventstore/db-client';
import { createEventStore } from '@stezhka/event-store';
import { startEmbeddedPostgres } from '@stezhka/read-model/embedded';
import pg from 'pg';
import { connectionStringTo, NodeProcess } from '../faults/node-process.js';
import type { Bench, Opened, Subject } from './bench.js';
import { middleOf } from './rounds.js';
import { openInOrder, type ToClose } from './to-close.js';

export const appends: Bench = {
  name: 'appends',
  what: 'one event until it is on the disk; of several writers the time for each event, so that less is a higher rate',
  unit: 'ms',
  open: () => openInOrder(openAppends),
};

const writerCounts = [1, 8, 64];
/** Long enough that a log which is folded into its file from time to time pays for that too. */
const eachRound = 512;

const event = {
  type: 'ReferralAccepted.v1',
  data: {
    referralId: randomUUID(),
    offerId: randomUUID(),
    recipientActorId: randomUUID(),
    occurredAt: '2026-03-01T15:00:00.000Z',
    channel: 'portal',
    recordedBy: 'recipient',
  },
};
const metadata = () => ({
  commandId: randomUUID(),
  payloadHash: Buffer.alloc(32, 1).toString('base64url'),
  causedBy: randomUUID(),
});

/** Appends one event to the end of a stream of this writer alone. */
type Append = (revision: number) => Promise<unknown>;

async function openAppends(close: ToClose): Promise<Omit<Opened, 'close'>> {
  const dir = await mkdtemp(join(tmpdir(), 'stezhka-bench-'));
  close(() => rm(dir, { recursive: true, force: true }));
  const subjects: Subject[] = [];
  const store = await eventStore(dir, close);
  const rival = await lockedTable(dir, close);
  for (const writers of writerCounts) {
    subjects.push({ name: `event store, ${named(writers)}`, measure: () => timed(writers, store) });
    subjects.push({ name: `locked table, ${named(writers)}`, measure: () => timed(writers, rival) });
  }
  return {
    baseline: await fdatasync(dir, close),
    subjects,
    goals: [
      { of: 'event store, 1 writer', to: 'fdatasync', atMost: 3 },
      { of: 'event store, 64 writers', to: 'locked table, 64 writers', atMost: 1 },
    ],
  };
}

const named = (writers: number) => (writers === 1 ? '1 writer' : `${writers} writers`);

/** Of one writer the median, because one that waits for another commit says nothing of its own. */
async function timed(writers: number, writer: () => Append): Promise<number> {
  const appends = Array.from({ length: writers }, writer);
  const took: number[] = [];
  const begun = performance.now();
  await Promise.all(
    appends.map(async (append) => {
      for (let revision = 0; revision < eachRound / writers; revision += 1) {
        const before = performance.now();
        await append(revision);
        took.push(performance.now() - before);
      }
    }),
  );
  return writers === 1 ? middleOf(took) : (performance.now() - begun) / eachRound;
}

async function fdatasync(dir: string, close: ToClose): Promise<Subject> {
  const file = await open(join(dir, 'raw'), 'a');
  close(() => file.close());
  const record = Buffer.from(JSON.stringify({ ...event, metadata: metadata() }));
  const append = async () => {
    await file.write(record);
    await file.datasync();
  };
  return { name: 'fdatasync', measure: () => timed(1, () => append) };
}

async function eventStore(dir: string, close: ToClose): Promise<() => Append> {
  const node = new NodeProcess(['--dir', join(dir, 'events')]);
  close(() => node.kill('SIGTERM'));
  const client = EventStoreDBClient.connectionString(connectionStringTo(await node.ready()));
  const store = createEventStore({ client });
  close(() => store.close());
  return () => {
    const stream = `referral-${randomUUID()}`;
    return (revision) =>
      store.append(stream, revision === 0 ? 'no_stream' : BigInt(revision - 1), [
        { id: randomUUID(), event, metadata: metadata() },
      ]);
  };
}

/** One statement for each append, prepared once; the lock is held until the commit is on the disk. */
const schema = `
  create table event (
    position bigint primary key,
    stream text not null,
    revision bigint not null,
    id uuid not null,
    type text not null,
    data jsonb not null,
    metadata jsonb not null,
    unique (stream, revision)
  );
  create function append(stream text, revision bigint, id uuid, type text, data jsonb, metadata jsonb)
  returns bigint language plpgsql as $$
  declare place bigint;
  begin
    perform pg_advisory_xact_lock(1);
    select coalesce(max(event.position), 0) + 1 into place from event;
    insert into event values (place, stream, revision, id, type, data, metadata);
    return place;
  end $$`;

async function lockedTable(dir: string, close: ToClose): Promise<() => Append> {
  const server = await startEmbeddedPostgres({ dir: join(dir, 'postgres') });
  close(() => server.stop());
  const pool = new pg.Pool({ connectionString: server.adminUrl(), max: Math.max(...writerCounts) });
  // A connection that is closing already may still be told that its server ends.
  pool.on('error', () => undefined);
  close(() => pool.end());
  await pool.query(schema);
  return () => {
    const stream = `referral-${randomUUID()}`;
    return (revision) =>
      pool.query({
        name: 'append',
        text: 'select append($1, $2, $3, $4, $5, $6)',
        values: [stream, revision, randomUUID(), event.type, event.data, metadata()],
      });
  };
}
