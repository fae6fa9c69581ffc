/** Where the network keeps things, in directories of the test's own, so that they can be read when all has stopped. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '@stezhka/read-model/embedded';
import { placeCluster } from '@stezhka/read-model/testing';
import pg from 'pg';
import { type Search, searchFiles } from './search.js';

export interface Places {
  readonly networkDir: string;
  readonly adminUrl: string;
  /** Everything that PostgreSQL holds in memory is written to its files. */
  checkpoint(): Promise<void>;
  stopPostgres(): Promise<void>;
  search(word: string): Promise<Searched>;
  remove(): Promise<void>;
}

export interface Searched {
  /** The event store's files, its own write-ahead log among them, and the installation's. */
  readonly network: Search;
  /** The whole of PostgreSQL: tables, indices, write-ahead logs, its own log. */
  readonly postgres: Search;
}

export async function preparePlaces(): Promise<Places> {
  const networkDir = await mkdtemp(join(tmpdir(), 'stezhka-canaries-'));
  const postgresDir = await mkdtemp(join(tmpdir(), 'stezhka-canaries-pg-'));
  await placeCluster(postgresDir);
  const postgres = await startEmbeddedPostgres({ dir: postgresDir });
  const adminUrl = postgres.adminUrl();
  return {
    networkDir,
    adminUrl,
    async checkpoint() {
      const client = new pg.Client({ connectionString: adminUrl });
      await client.connect();
      await client.query('checkpoint').finally(() => client.end());
    },
    stopPostgres: () => postgres.stop(),
    search: async (word) => ({
      network: await searchFiles(networkDir, word),
      postgres: await searchFiles(postgresDir, word),
    }),
    async remove() {
      await postgres.stop();
      for (const dir of [networkDir, postgresDir]) await rm(dir, { recursive: true, force: true });
    },
  };
}
