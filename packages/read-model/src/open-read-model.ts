/** A service's rows for a process of its own: made and migrated if it may, else as it finds them. */
import type { Logger } from '@stezhka/telemetry';
import type { Migrations } from './migrate.js';
import { provisionDatabase, serviceUrl } from './provision.js';
import { createReadModel, type ReadModel } from './read-model.js';

export interface OpenReadModelOptions {
  readonly service: string;
  readonly migrations: Migrations;
  /** The server, with the password of the service's login role. */
  readonly databaseUrl: string;
  /** The same server as an administrator: database, roles and tables are made if this is given. */
  readonly databaseMigrationUrl?: string | undefined;
  readonly logger: Logger;
}

export async function openReadModel<DB>(options: OpenReadModelOptions): Promise<ReadModel<DB>> {
  const { service, databaseUrl, databaseMigrationUrl: adminUrl, migrations, logger } = options;
  if (!adminUrl)
    return createReadModel<DB>({ url: serviceUrl(databaseUrl, service), service, migrations, logger });
  const urls = await provisionDatabase({ adminUrl, service, runUrl: databaseUrl });
  const readModel = createReadModel<DB>({ ...urls, service, migrations, logger });
  try {
    await readModel.migrate();
  } catch (error) {
    await readModel.close();
    throw error;
  }
  return readModel;
}
