/** The embedded provider as a process of its own, of which there may be several: everything it keeps is in rows. */
import { env, exit, stderr } from 'node:process';
import { openReadModel } from '@stezhka/read-model';
import {
  createHealth,
  createLogger,
  gracefulStop,
  type Logger,
  SettingsFaults,
  serveHttp,
} from '@stezhka/telemetry';
import { type IdentitySettings, readEnvironment } from './environment.js';
import { createIdentity } from './identity.js';
import { type IdentityTables, identityMigrations } from './tables.js';

const STOP_WITHIN_MS = 15_000;
/** Where the gateway takes browsers back in. */
const callbackPath = '/auth/callback';

function settingsOrEnd(): IdentitySettings {
  try {
    return readEnvironment(env);
  } catch (error) {
    if (!(error instanceof SettingsFaults)) throw error;
    stderr.write(`${error.message}\n`);
    return exit(1);
  }
}

async function start(settings: IdentitySettings, logger: Logger) {
  const { host, port, drainMs, clientId, clientSecret, origins, ...rest } = settings;
  const readModel = await openReadModel<IdentityTables>({
    ...rest,
    service: 'identity',
    migrations: identityMigrations,
    logger,
  });
  try {
    const portal = {
      clientId,
      redirectUris: origins.map((origin) => `${origin}${callbackPath}`),
      postLogoutRedirectUris: origins.map((origin) => `${origin}/`),
      ...(clientSecret ? { secret: clientSecret } : {}),
    };
    const identity = await createIdentity({ ...rest, readModel, clients: [portal], logger });
    const health = createHealth();
    const answer = (...on: Parameters<typeof identity.handle>) => void identity.handle(...on);
    const served = await serveHttp({ host, port, drainMs, health, answer });
    logger.info('identity.listening', { port: served.port });
    return {
      async stop() {
        await served.stop();
        await identity.stop();
        await readModel.close();
      },
    };
  } catch (error) {
    await readModel.close();
    throw error;
  }
}

const settings = settingsOrEnd();
const logger = createLogger({ service: 'identity', level: settings.logLevel });
const starting = start(settings, logger);
let asked = false;
gracefulStop({
  ...{ logger, exit, timeoutMs: STOP_WITHIN_MS },
  steps: [
    {
      name: 'identity',
      async stop() {
        asked = true;
        const started = await starting.catch(() => undefined);
        await started?.stop();
      },
    },
  ],
});
try {
  await starting;
} catch (error) {
  if (!asked) {
    logger.error('identity.not_started', { error });
    exit(1);
  }
}
