/** The stores of a network that `npm start` began: its database while it runs, its event store when it has stopped. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EventStoreDBClient } from '@eventstore/db-client';
import { createEventStore } from '@stezhka/event-store';
import { startNode } from '@stezhka/event-store-node';
import type { ReferralsTables } from '@stezhka/referrals';
import pg from 'pg';

/** Every referral as its sender has it, read as the database's administrator. */
export async function rowsOfSenders(dir: string): Promise<readonly ReferralsTables['referral'][]> {
  // The fifth line of the server's own file is the directory of its socket.
  const socketDir = (await readFile(join(dir, 'postgres/data/postmaster.pid'), 'utf8')).split('\n')[4];
  const client = new pg.Client({
    connectionString: `postgresql://stezhka_admin@/stezhka_referrals?host=${socketDir}`,
  });
  await client.connect();
  try {
    return (await client.query("select * from referral where side = 'sender'")).rows;
  } finally {
    await client.end();
  }
}

/** The position of the last event that was kept. */
export async function endOfStore(dir: string): Promise<bigint> {
  const node = await startNode({ dir: join(dir, 'events') });
  const store = createEventStore({ client: EventStoreDBClient.connectionString(node.connectionString) });
  try {
    return (await store.head()) ?? 0n;
  } finally {
    await store.close();
    await node.stop();
  }
}
