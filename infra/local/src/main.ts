/** `npm start`: the network on this machine, from nothing to a printed address. */
import 'reflect-metadata';
import { argv, cwd, env, exit, getuid, stderr, stdout } from 'node:process';
import { createLogger, gracefulStop } from '@stezhka/telemetry';
import { settleKind } from './demonstration/kind.js';
import { loadDemonstration } from './demonstration/load.js';
import { readSettings, type Settings, SettingsFault } from './environment.js';
import { forgetInstallation } from './installation.js';
import { type Network, startNetwork } from './network.js';
import { addresses, demonstrationAccounts, demonstrationComplete, failure } from './report.js';

function settingsOrEnd(): Settings {
  try {
    return readSettings(env, argv.slice(2), { cwd: cwd(), root: getuid?.() === 0 });
  } catch (error) {
    if (!(error instanceof SettingsFault)) throw error;
    stderr.write(`${error.faults.join('\n')}\n`);
    return exit(1);
  }
}

const settings = settingsOrEnd();
const logger = createLogger({ service: 'stezhka', level: settings.logLevel });
const ending = new AbortController();

async function start(): Promise<Network> {
  if (settings.reset) await forgetInstallation(settings.dir);
  await settleKind(settings.dir, settings.empty ? 'empty' : 'demonstration');
  const network = await startNetwork({
    ...settings,
    demonstration: !settings.empty,
    logger,
    now: () => new Date(),
  });
  stdout.write(addresses(network));
  return network;
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
