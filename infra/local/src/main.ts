/** `npm start`: the network on this machine, from nothing to a printed address. */
import { join } from 'node:path';
import { argv, exit, stderr, stdout } from 'node:process';
import { startEmbeddedPostgres } from '@stezhka/read-model/embedded';
import { createLogger, gracefulStop } from '@stezhka/telemetry';
import { settingsOrEnd, settleDirectory } from './begin.js';
import type { Network } from './network.js';
import {
  addresses,
  demonstrationAccounts,
  demonstrationComplete,
  failure,
  howPeopleComeIn,
} from './report.js';

const settings = settingsOrEnd(argv.slice(2));
const logger = createLogger({ service: 'stezhka', level: settings.logLevel });
const ending = new AbortController();

async function start(): Promise<Network> {
  await settleDirectory(settings);
  // The database comes up while the services are being read: either takes seconds.
  const database = settings.databaseUrl
    ? undefined
    : startEmbeddedPostgres({ dir: join(settings.dir, 'postgres'), logger });
  // Whoever needs it hears of a failure.
  database?.catch(() => undefined);
  try {
    const { startNetwork } = await import('./network.js');
    const network = await startNetwork({
      ...settings,
      ...(database ? { database } : {}),
      demonstration: !settings.empty,
      logger,
      now: () => new Date(),
    });
    stdout.write(addresses(network));
    if (settings.empty) stdout.write(howPeopleComeIn);
    return network;
  } catch (error) {
    await database?.then((started) => started.stop()).catch(() => undefined);
    throw error;
  }
}

const starting = start();
// From the first moment on: a signal that comes while the stores open must end them in order as well.
gracefulStop({
  logger,
  exit,
  signals: ['SIGTERM', 'SIGINT', 'SIGHUP'],
  timeoutMs: 4_500,
  steps: [
    { name: 'demonstration', stop: () => ending.abort() },
    {
      name: 'network',
      stop: async () => {
        const network = await starting.catch(() => undefined);
        await network?.stop();
      },
    },
  ],
});

try {
  const network = await starting;
  if (!settings.empty) {
    const { loadDemonstration } = await import('./demonstration/load.js');
    await loadDemonstration(network, ending.signal, {
      signInsReady: (accounts) => stdout.write(demonstrationAccounts(accounts)),
    });
    if (!ending.signal.aborted) stdout.write(demonstrationComplete(network));
  }
} catch (error) {
  if (!ending.signal.aborted) {
    stderr.write(failure(error));
    exit(1);
  }
}
