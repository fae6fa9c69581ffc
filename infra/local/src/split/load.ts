/** Enters the demonstration into the split shape: the services composed here as well, over the same stores. */
import 'reflect-metadata';
import { argv, cwd, env, exit, getuid, stdout } from 'node:process';
import { createLogger, gracefulStop } from '@stezhka/telemetry';
import { compose, composedServices } from '../composed.js';
import { loadDemonstration } from '../demonstration/load.js';
import { readSettings } from '../environment.js';
import { openInstallation } from '../installation.js';
import { demonstrationAccounts } from '../report.js';
import { openStores } from '../stores.js';

const settings = readSettings(env, [], { cwd: cwd(), root: getuid?.() === 0 });
const logger = createLogger({ service: 'demonstration', level: settings.logLevel });
const ending = new AbortController();
let entering: Promise<void> | undefined;
gracefulStop({ logger, exit, timeoutMs: 10_000, steps: [{ name: 'demonstration', stop: end }] });
const now = () => new Date();
const installation = await openInstallation(settings.dir, now);
const stores = await openStores({ ...settings, logger, services: composedServices });
const composed = await compose({ installation, stores, logger, now, clients: [], demonstration: true });

async function end() {
  ending.abort();
  await entering;
}

entering = (async () => {
  await loadDemonstration(composed, ending.signal, {
    ...(argv.includes('--story') ? { only: 'story' as const } : {}),
    signInsReady: (accounts) => stdout.write(demonstrationAccounts(accounts)),
  });
  await composed.stop();
  await stores.stop();
})();
await entering;
exit(0);
