/** The gateway as a process of its own: environment, gateway, listen, graceful stop. */
import { randomUUID } from 'node:crypto';
import { createLogger, gracefulStop, SettingsFaults } from '@stezhka/telemetry';
import type { BrowserBackend } from './browser/backend.js';
import { openBackend } from './browser/open-backend.js';
import { readEnvironment } from './environment.js';
import { createGateway } from './gateway.js';

const STOP_WITHIN_MS = 15_000;

try {
  const { host, port, drainMs, supergraph, subgraphs, logLevel, browser } = readEnvironment(process.env);
  const logger = createLogger({ service: 'gateway', level: logLevel });
  const gateway = await createGateway({ supergraph, subgraphs, logger, newRequestId: randomUUID });
  let backend: BrowserBackend | undefined;
  // Hive's libraries listen for signals and so keep the process alive on SIGTERM; this is what ends it.
  gracefulStop({
    steps: [
      { name: 'gateway', stop: () => gateway.stop() },
      { name: 'browser', stop: () => backend?.stop() },
    ],
    timeoutMs: STOP_WITHIN_MS,
    exit: (code) => process.exit(code),
    logger,
  });
  const now = () => new Date();
  backend = browser && (await openBackend(browser, { gateway, logger, now }));
  const listening = await gateway.listen({ host, port, drainMs }, backend);
  logger.info('gateway.listening', { port: listening.port });
} catch (error) {
  process.stderr.write(`${error instanceof SettingsFaults ? error.message : startFault(error)}\n`);
  process.exit(1);
}

/** Only the operator's own configuration is in it: nothing was asked yet. */
function startFault(error: unknown): string {
  return `The gateway cannot start: ${error instanceof Error ? error.message : 'unknown fault'}`;
}
