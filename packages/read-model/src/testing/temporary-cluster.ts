/** A real PostgreSQL for one spec file, gone with all its data when the file is done. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '../embedded/index.js';
import type { Migrations } from '../migrate.js';
import { provisionDatabase } from '../provision.js';
import { createReadModel, type ReadModel, type ReadModelOptions } from '../read-model.js';
import { silentLogger } from './listening-logger.js';
import { copyOnceMade } from './once-in-a-run.js';

export interface TemporaryCluster {
  readonly adminUrl: string;
  /** A service's database, provisioned and migrated; closed with the cluster. */
  readModel<DB>(
    service: string,
    migrations: Migrations,
    options?: Partial<Pick<ReadModelOptions, 'deps' | 'logger' | 'poolSize'>>,
  ): Promise<ReadModel<DB>>;
  /** One statement as the server's administrator. */
  asAdministrator(statement: string): Promise<void>;
  stop(): Promise<void>;
}

export async function startTemporaryCluster(): Promise<TemporaryCluster> {
  const dir = await mkdtemp(join(tmpdir(), 'stezhka-pg-'));
  await placeCluster(dir);
  const server = await startEmbeddedPostgres({ dir });
  const open: { close(): Promise<void> }[] = [];
  const adminUrl = server.adminUrl();
  return {
    adminUrl,
    async readModel<DB>(service: string, migrations: Migrations, options = {}) {
      const { url, migrationUrl } = await provisionDatabase({ adminUrl, service });
      const readModel = createReadModel<DB>({
        logger: silentLogger(),
        // Each connection is a process of the server's.
        poolSize: 2,
        ...options,
        url,
        migrationUrl,
        service,
        migrations,
      });
      open.push(readModel);
      await readModel.migrate();
      return readModel;
    },
    async asAdministrator(statement) {
      const client = new pg.Client({ connectionString: adminUrl });
      await client.connect();
      await client.query(statement).finally(() => client.end());
    },
    async stop() {
      for (const readModel of open) await readModel.close();
      await server.stop();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

/** Everything of a server that was started once, for one that starts there: making it takes longer than most specs. */
export const placeCluster = (dir: string): Promise<void> => copyOnceMade('cluster', initialise, dir);

async function initialise(dir: string): Promise<void> {
  const server = await startEmbeddedPostgres({ dir });
  await server.stop();
}
