/** A node's life: what survives a stop, who may open a directory, and what happens when the disk fails. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CancelledError,
  DeadlineExceededError,
  EventStoreDBClient,
  jsonEvent,
  StreamDeletedError,
  UnavailableError,
} from '@eventstore/db-client';
import { afterEach, describe, expect, test } from '@jest/globals';
import Database from 'libsql';
import { type NodeOptions, type RunningNode, startNode } from './index.js';

const undo: (() => unknown)[] = [];

afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

function newDir(): string {
  const dir = mkdtempSync(join(tmpdir(), 'stezhka-node-'));
  undo.push(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

async function start(dir: string, options: Partial<NodeOptions> = {}): Promise<RunningNode> {
  const node = await startNode({ dir, ...options });
  undo.push(() => node.stop());
  return node;
}

function connect({ connectionString }: RunningNode): EventStoreDBClient {
  const client = EventStoreDBClient.connectionString(connectionString);
  undo.push(() => client.dispose());
  return client;
}

const event = (n: number) => jsonEvent({ type: 'Counted', data: { n } });

async function read(client: EventStoreDBClient, stream: string): Promise<unknown[]> {
  const seen: unknown[] = [];
  for await (const resolved of client.readStream(stream)) seen.push(resolved.event?.data);
  return seen;
}

describe('a directory', () => {
  test('keeps what was appended, and what was appended is known again', async () => {
    const dir = newDir();
    const first = await start(dir);
    const before = connect(first);
    const again = event(1);
    const receipt = await before.appendToStream('kept', again, { expectedRevision: 'no_stream' });
    await before.deleteStream('gone', { expectedRevision: 'no_stream' });
    await before.dispose();
    await first.stop();
    const after = connect(await start(dir));
    const repeated = await after.appendToStream('kept', again, { expectedRevision: 'any' });
    const next = await after.appendToStream('kept', event(2), { expectedRevision: 0n });
    expect(repeated).toEqual(receipt);
    expect(next.position?.commit).toBe((receipt.position?.commit ?? 0n) + 2n);
    expect(await read(after, 'kept')).toEqual([{ n: 1 }, { n: 2 }]);
  });

  test('is open in one node only, and free again when that has stopped', async () => {
    const dir = newDir();
    const first = await start(dir);
    await expect(startNode({ dir })).rejects.toMatchObject({ code: 'DIRECTORY_IN_USE' });
    await first.stop();
    expect((await start(dir)).port).toBeGreaterThan(0);
  });

  test('written by a newer version is left alone', async () => {
    const dir = newDir();
    await (await start(dir)).stop();
    const database = new Database(join(dir, 'events.db'));
    database.exec('PRAGMA user_version = 99');
    database.close();
    await expect(startNode({ dir })).rejects.toMatchObject({ code: 'DIRECTORY_UNUSABLE' });
  });
});

test.each(['0.0.0.0', '192.0.2.1', '::', 'example.org'])('a node never listens on %s', async (host) => {
  await expect(startNode({ dir: newDir(), host })).rejects.toMatchObject({ code: 'HOST_NOT_LOOPBACK' });
});

test('a port that is taken', async () => {
  const { port } = await start(newDir());
  await expect(startNode({ dir: newDir(), port })).rejects.toMatchObject({ code: 'PORT_TAKEN' });
});

test('a client that looks for a cluster finds the one node', async () => {
  const { port } = await start(newDir());
  const client = EventStoreDBClient.connectionString(
    `esdb+discover://127.0.0.1:${port}?tls=false&gossipTimeout=5000`,
  );
  undo.push(() => client.dispose());
  expect((await client.appendToStream('found', event(1))).success).toBe(true);
});

describe('when the disk fails', () => {
  test('nothing is acknowledged and the node says that it must go', async () => {
    const dir = newDir();
    let fatal: (error: Error) => void = () => undefined;
    const failed = new Promise<Error>((resolve) => {
      fatal = resolve;
    });
    const client = connect(await start(dir, { onFatal: fatal }));
    await client.appendToStream('kept', event(1), { expectedRevision: 'no_stream' });
    const intruder = new Database(join(dir, 'events.db'));
    intruder.exec('BEGIN IMMEDIATE');
    const lost = client.appendToStream('kept', event(2), { expectedRevision: 0n });
    await expect(lost).rejects.toThrow();
    expect((await failed).message).toMatch(/locked/);
    intruder.close();
  });
});

describe('a node that stops', () => {
  test('ends a subscription as cancelled', async () => {
    const node = await start(newDir());
    const client = connect(node);
    await client.appendToStream('followed', event(1));
    const subscription = client.subscribeToStream('followed');
    const ended = new Promise((resolve) => subscription.once('error', resolve));
    await new Promise((resolve) => subscription.once('data', resolve));
    await node.stop();
    expect(await ended).toBeInstanceOf(CancelledError);
  });

  test('answers what it took in, and afterwards is not there', async () => {
    const dir = newDir();
    const node = await start(dir);
    const client = connect(node);
    await client.appendToStream('kept', event(0));
    const appends = Array.from({ length: 200 }, (_, n) =>
      client.appendToStream(`kept-${n}`, event(n), { expectedRevision: 'no_stream' }).then(
        () => n,
        (error: unknown) => error,
      ),
    );
    const stopped = Promise.all([node.stop(), node.stop()]);
    const answers = await Promise.all(appends);
    await stopped;
    const refused = answers.filter((answer) => typeof answer !== 'number');
    for (const answer of refused)
      expect([CancelledError, UnavailableError].some((type) => answer instanceof type)).toBe(true);
    await expect(client.appendToStream('late', event(1))).rejects.toThrow('UNAVAILABLE');
    const after = connect(await start(dir));
    for (const answer of answers)
      if (typeof answer === 'number') expect(await read(after, `kept-${answer}`)).toEqual([{ n: answer }]);
  });
});

test('an append whose deadline has passed is not written', async () => {
  const client = connect(await start(newDir()));
  const late = client.appendToStream('late', event(1), { deadline: 0 });
  await expect(late).rejects.toBeInstanceOf(DeadlineExceededError);
  const next = await client.appendToStream('late', event(2), { expectedRevision: 'no_stream' });
  expect(next.nextExpectedRevision).toBe(0n);
});

test('events that are older than the stream keeps them are not read', async () => {
  let time = Date.UTC(2026, 0, 1);
  const client = connect(await start(newDir(), { now: () => time }));
  const append = (n: number) =>
    client.appendToStream('short', event(n), { credentials: { username: 'a', password: 'b' } });
  await append(1);
  time += 60_000;
  await append(2);
  await client.appendToStream('$$short', jsonEvent({ type: '$metadata', data: { $maxAge: 30 } }), {
    credentials: { username: 'a', password: 'b' },
  });
  expect(await read(client, 'short')).toEqual([{ n: 2 }]);
  time += 31_000;
  expect(await read(client, 'short')).toEqual([]);
});

test('an ended stream with a name in another script', async () => {
  const client = connect(await start(newDir()));
  await client.tombstoneStream('стежка');
  const error = await read(client, 'стежка').catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(StreamDeletedError);
  expect((error as StreamDeletedError).streamName).toBe(encodeURIComponent('стежка'));
});
