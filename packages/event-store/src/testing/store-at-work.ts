/** A store on a real node for one spec file: in a directory of its own, on a free port, gone afterwards. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventStoreDBClient } from '@eventstore/db-client';
import { type RunningNode, startNode } from '@stezhka/event-store-node';
import type { EventStoreOptions } from '../client-store.js';
import { createEventStore, type EventStore, type EventToAppend, type RecordedEvent } from '../index.js';

export interface StoreAtWork {
  readonly store: EventStore;
  readonly client: EventStoreDBClient;
  /** Append one event at the end of its stream; its position. */
  happen(stream: string, type?: string, data?: object): Promise<bigint>;
  /** Append so many events to a new stream as one. */
  happenTogether(stream: string, count: number): Promise<void>;
  /** The server goes away and comes back under its address, with all that it held. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

export async function startStore(options: Omit<EventStoreOptions, 'client'> = {}): Promise<StoreAtWork> {
  const dir = await mkdtemp(join(tmpdir(), 'stezhka-store-'));
  let node: RunningNode = await startNode({ dir });
  const { port } = node;
  const client = EventStoreDBClient.connectionString(node.connectionString);
  const store = createEventStore({ ...options, client });
  const toAppend = (type: string, data: object): EventToAppend => {
    const id = crypto.randomUUID();
    const metadata = { commandId: id, payloadHash: 'spec', causedBy: 'system:spec' };
    return { id, event: { type, data }, metadata };
  };
  return {
    store,
    client,
    async happen(stream, type = 'ParcelMoved.v1', data = {}) {
      const past = await store.read(stream, { leader: true });
      const expected = past.at(-1)?.revision ?? 'no_stream';
      return (await store.append(stream, expected, [toAppend(type, data)])).position;
    },
    async happenTogether(stream, count) {
      const events = Array.from({ length: count }, (_, n) => toAppend('ParcelMoved.v1', { n }));
      await store.append(stream, 'no_stream', events);
    },
    async restart() {
      await node.stop();
      node = await startNode({ dir, port });
    },
    async stop() {
      await store.close();
      await node.stop();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

/** What a reader has taken so far, and a way to wait for more. */
export interface Heard<Item> {
  readonly items: readonly Item[];
  /** Resolves as soon as what was taken satisfies this. */
  until(satisfied: (items: readonly Item[]) => boolean): Promise<readonly Item[]>;
  /** Resolves when the reader has ended; rejects as it did. */
  readonly ended: Promise<void>;
}

export function hear<Item>(source: AsyncIterable<Item>): Heard<Item> {
  const items: Item[] = [];
  let wakers: (() => void)[] = [];
  const ended = (async () => {
    for await (const item of source) {
      items.push(item);
      for (const wake of wakers.splice(0)) wake();
    }
  })();
  ended.catch(() => undefined);
  return {
    items,
    ended,
    async until(satisfied) {
      const over = ended.then(() => {
        throw new Error('ended before it was heard');
      });
      over.catch(() => undefined);
      while (!satisfied(items)) await Promise.race([over, new Promise<void>((wake) => wakers.push(wake))]);
      wakers = [];
      return items;
    },
  };
}

export const place = ({ stream, revision }: RecordedEvent) => `${stream} ${revision}`;
