/** The stores that referrals stands on, empty, each a process of its own: beside them the benches measure it alone. */
import 'reflect-metadata';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventStoreDBClient } from '@eventstore/db-client';
import { createEventStore, type EventStore } from '@stezhka/event-store';
import type { ReadModel } from '@stezhka/read-model';
import { startTemporaryCluster } from '@stezhka/read-model/testing';
import {
  createReferralsService,
  migrations,
  type ReferralsService,
  type ReferralsTables,
} from '@stezhka/referrals';
import { connectionStringTo, NodeProcess } from '../faults/node-process.js';
import type { ToClose } from './to-close.js';

export interface ReferralsOnStores {
  readonly client: EventStoreDBClient;
  readonly store: EventStore;
  readonly readModel: ReadModel<ReferralsTables>;
  /** The database of the rows, for its administrator. */
  readonly rowsUrl: string;
  readonly service: ReferralsService;
}

export async function openReferrals(toClose: ToClose): Promise<ReferralsOnStores> {
  const dir = await mkdtemp(join(tmpdir(), 'stezhka-bench-'));
  toClose(() => rm(dir, { recursive: true, force: true }));
  const node = new NodeProcess(['--dir', dir]);
  toClose(() => node.kill('SIGTERM'));
  const client = EventStoreDBClient.connectionString(connectionStringTo(await node.ready()));
  const store = createEventStore({ client });
  toClose(() => store.close());
  const cluster = await startTemporaryCluster();
  toClose(() => cluster.stop());
  const readModel = await cluster.readModel<ReferralsTables>('referrals', migrations);
  const secret = 'a secret for benches alone';
  return {
    ...{ client, store, readModel },
    rowsUrl: cluster.adminUrl.replace('/postgres?', '/stezhka_referrals?'),
    service: createReferralsService({ store, readModel, secret, now: () => new Date() }),
  };
}
