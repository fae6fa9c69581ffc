/** The back end for browsers in a process of its own: its rows, the portal's files, the operations it was built with. */
import { randomBytes } from 'node:crypto';
import { openReadModel } from '@stezhka/read-model';
import type { Logger } from '@stezhka/telemetry';
import type { BrowserSettings } from '../environment.js';
import type { Gateway } from '../gateway.js';
import { type BrowserBackend, createBrowserBackend } from './backend.js';
import { type BrowserTables, browserMigrations } from './session-tables.js';
import { staticFiles } from './static-files.js';
import { trustedDocuments } from './trusted-documents.js';

/** What it opened is closed by `stop`. */
export async function openBackend(
  { origins, provider, secret, files, operations, ...database }: BrowserSettings,
  { gateway, logger, now }: { gateway: Gateway; logger: Logger; now: () => Date },
): Promise<BrowserBackend> {
  const migrations = browserMigrations;
  const readModel = await openReadModel<BrowserTables>({
    ...database,
    service: 'gateway',
    migrations,
    logger,
  });
  try {
    const backend = await createBrowserBackend({
      ...{ gateway, readModel, origins, provider, logger, now, random: randomBytes },
      files: await staticFiles(files),
      documents: trustedDocuments(operations),
      secret: Buffer.from(secret, 'base64url'),
    });
    return {
      ...backend,
      async stop() {
        await backend.stop();
        await readModel.close();
      },
    };
  } catch (error) {
    await readModel.close();
    throw error;
  }
}
