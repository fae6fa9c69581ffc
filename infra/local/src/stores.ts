/** The two stores, embedded or grown: the services cannot tell. */
import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { EventStoreDBClient } from '@eventstore/db-client';
import { createEventStore, type EventStore } from '@stezhka/event-store';
import { startNode } from '@stezhka/event-store-node';
import { createReadModel, type Migrations, provisionDatabases, type ReadModel } from '@stezhka/read-model';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@stezhka/read-model/embedded';
import type { Logger } from '@stezhka/telemetry';

export interface StoreOptions {
  readonly dir: string;
  readonly logger: Logger;
  /** Whose rows will be asked for. */
  readonly services: readonly string[];
  readonly eventStoreUrl?: string;
  readonly databaseUrl?: string;
  readonly databaseMigrationUrl?: string;
  /** The embedded server where it is coming up already: it is stopped with the stores. */
  readonly database?: Promise<EmbeddedPostgres>;
  /** Connections of each service at most; as many as a read model has by itself if absent. */
  readonly connectionsEach?: number;
  /** For tests of the first wall alone. */
  readonly withoutRowSecurity?: true;
}

export interface Stores {
  readonly events: EventStore;
  /** The own database of one of the services, brought to the shape that its code expects. */
  readModel<DB>(service: string, migrations: Migrations): Promise<ReadModel<DB>>;
  stop(): Promise<void>;
}

export async function openStores(options: StoreOptions): Promise<Stores> {
  const { dir, logger } = options;
  const [node, postgres] = await Promise.all([
    options.eventStoreUrl ? undefined : nodeIn(join(dir, 'events')),
    options.databaseUrl
      ? undefined
      : (options.database ?? startEmbeddedPostgres({ dir: join(dir, 'postgres'), logger })),
  ]);
  // The one client of this process: it keeps its pending appends in one place for all connections.
  const client = EventStoreDBClient.connectionString(node?.connectionString ?? options.eventStoreUrl!);
  const events = createEventStore({ client });
  const adminUrl = postgres?.adminUrl() ?? options.databaseMigrationUrl ?? options.databaseUrl!;
  const runUrl = options.databaseUrl ? { runUrl: options.databaseUrl } : {};
  const made = provisionDatabases({ adminUrl, ...runUrl }, options.services);
  const opened: ReadModel<unknown>[] = [];

  return {
    events,
    async readModel<DB>(service: string, migrations: Migrations) {
      const { url, migrationUrl } = await made(service);
      const deps = options.withoutRowSecurity ? { deps: { withoutRowSecurity: true as const } } : {};
      const size = options.connectionsEach ? { poolSize: options.connectionsEach } : {};
      const readModel = createReadModel<DB>({
        ...{ url, migrationUrl, service, migrations, logger },
        ...size,
        ...deps,
      });
      opened.push(readModel as ReadModel<unknown>);
      await readModel.migrate();
      return readModel;
    },
    async stop() {
      await Promise.all(opened.map((readModel) => readModel.close()));
      await events.close();
      await Promise.all([node?.stop(), postgres?.stop()]);
    },
  };
}

async function nodeIn(dir: string): Promise<Awaited<ReturnType<typeof startNode>>> {
  // Who is referred to whom is nothing for other accounts of this machine.
  await mkdir(dir, { recursive: true, mode: 0o700 });
  await chmod(dir, 0o700);
  return startNode({ dir });
}
