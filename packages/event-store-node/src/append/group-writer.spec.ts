import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { CommitSignal } from '../read/commit-signal.js';
import { Committer } from '../storage/committer.js';
import { EventReader } from '../storage/event-reader.js';
import type { WriteOutcome } from './append-outcome.js';
import { GroupWriter } from './group-writer.js';

const never = new AbortController().signal;
let dir: string;
let committer: Committer;
let reader: EventReader;
let signal: CommitSignal;
let writer: GroupWriter;
/** Called when the test lets a written group be known as durable. */
let durable: (() => void)[];

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'stezhka-writer-'));
  const file = join(dir, 'events');
  committer = await Committer.open(file, (error) => {
    throw error;
  });
  reader = new EventReader(file);
  signal = new CommitSignal(0);
  durable = [];
  const holding: Pick<Committer, 'commit'> = {
    commit: (group, done) => committer.commit(group, () => durable.push(done)),
  };
  let ids = 0;
  const newId = () => `id-${++ids}`;
  writer = new GroupWriter({ reader, committer: holding as Committer, signal, now: () => 0, newId });
});
afterEach(async () => {
  reader.close();
  await committer.close();
  await rm(dir, { recursive: true });
});

const event = (id: string) => ({
  id,
  type: 'ParcelMoved',
  contentType: 'application/json',
  data: Buffer.from('{}'),
  customMetadata: Buffer.alloc(0),
});

async function isWritten(): Promise<void> {
  while (durable.length === 0) await turn();
}

test('who waits for a stream hears of an event behind which nothing but a refusal waits', async () => {
  const outcomes: WriteOutcome['kind'][] = [];
  const answer = ({ kind }: WriteOutcome) => void outcomes.push(kind);
  writer.append('parcel-1', { kind: 'no-stream' }, [event('a')], answer);
  await isWritten();
  writer.append('parcel-1', { kind: 'no-stream' }, [event('b')], answer);
  let heard = false;
  void signal.wait(0, never, 'parcel-1').then(() => {
    heard = true;
  });
  durable.shift()!();
  await writer.whenIdle();
  await turn();
  expect([heard, outcomes.toSorted()]).toEqual([true, ['appended', 'wrong-version']]);
});
