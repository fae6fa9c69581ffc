/** A registry at work on a real node and a real PostgreSQL, gone with all its data when the file is done. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventStoreDBClient } from '@eventstore/db-client';
import { createEventStore, type EventStore } from '@stezhka/event-store';
import { startNode } from '@stezhka/event-store-node';
import { startTemporaryCluster } from '@stezhka/read-model/testing';
import { createInProcess, type InProcessSubgraph, runService, withMembership } from '@stezhka/subgraph';
import { createLogger } from '@stezhka/telemetry';
import { sql } from 'kysely';
import {
  createRegistryService,
  migrations,
  type RegistryGaps,
  type RegistryService,
  type RegistryTables,
} from '../src/index.js';

export const issuer = 'https://login.example.org';
const secret = 'a secret of this spec';

export interface Network {
  readonly store: EventStore;
  readonly service: RegistryService;
  /** The same behind a first wall with gaps. */
  serviceWith(gaps: RegistryGaps): RegistryService;
  /** Both walls, each wall alone, and none. */
  readonly walls: Readonly<Record<'both' | 'rowsOnly' | 'rulesOnly' | 'none', InProcessSubgraph>>;
  /** The rows contain everything that has happened. */
  settled(): Promise<void>;
  /** Empty a projection's tables and replay. */
  rebuild(projection: string): Promise<void>;
  /** All rows of these tables, in the order of their text. */
  rows(tables: readonly string[]): Promise<readonly string[][]>;
  stop(): Promise<void>;
}

export async function startNetwork(now: () => Date): Promise<Network> {
  const logger = createLogger({ service: 'registry', level: 'silent' });
  const dir = await mkdtemp(join(tmpdir(), 'stezhka-registry-'));
  const [node, cluster] = await Promise.all([startNode({ dir }), startTemporaryCluster()]);
  const store = createEventStore({ client: EventStoreDBClient.connectionString(node.connectionString) });
  const rowsOf = (deps: { withoutRowSecurity?: true }) =>
    cluster.readModel<RegistryTables>('registry', withMembership(migrations), { deps });
  const readModel = await rowsOf({});
  const openReadModel = await rowsOf({ withoutRowSecurity: true });

  const made = (open: boolean, gaps: RegistryGaps) =>
    createRegistryService({ store, readModel: open ? openReadModel : readModel, secret, now, gaps });
  const service = made(false, []);
  // The token is the subject: how tokens are verified is proved where it is done.
  const verifier = {
    verify: async (subject: string) => ({ issuer, subject, expiresAt: new Date(8.64e15) }),
  };
  const running = runService<RegistryTables>({
    service,
    readModel,
    store,
    secret,
    verifier,
    logger,
    now,
  });
  const { contextFactory } = running;
  const spoken = ({ subgraph }: RegistryService) => createInProcess({ subgraph, contextFactory, logger });
  const walls = {
    both: spoken(service),
    rowsOnly: spoken(made(false, 'all')),
    rulesOnly: spoken(made(true, [])),
    none: spoken(made(true, 'all')),
  };

  return {
    store,
    service,
    serviceWith: (gaps) => made(false, gaps),
    walls,
    async settled() {
      const head = await store.head();
      if (head === undefined || !(await running.projections.waitFor(head, 20_000)))
        throw new Error('the rows are behind');
    },
    rebuild: running.projections.rebuild,
    rows: (tables) =>
      readModel.asProjector('spec', async (tx) => {
        const read: string[][] = [];
        for (const table of tables) {
          const all = sql<{ row: string }>`select t::text as row from ${sql.table(table)} t order by row`;
          read.push((await all.execute(tx)).rows.map(({ row }) => row));
        }
        return read;
      }),
    async stop() {
      await Promise.all(Object.values(walls).map((wall) => wall.stop()));
      await running.stop();
      await store.close();
      await Promise.all([node.stop(), cluster.stop()]);
      await rm(dir, { recursive: true, force: true });
    },
  };
}
