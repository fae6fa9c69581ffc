/** The gateway as a process of its own: environment, gateway, listen, graceful stop. */
import { randomUUID } from 'node:crypto';
import { createLogger, gracefulStop } from '@stezhka/telemetry';
import { EnvironmentFaults, readEnvironment } from './environment.js';
import { createGateway } from './gateway.js';

try {
  const { host, port, supergraph, subgraphs, logLevel } = readEnvironment(process.env);
  const logger = createLogger({ service: 'gateway', level: logLevel });
  const gateway = await createGateway({ supergraph, subgraphs, logger, newRequestId: randomUUID });
  // Hive's libraries listen for signals and so keep the process alive on SIGTERM; this is what ends it.
  gracefulStop({
    steps: [{ name: 'gateway', stop: () => gateway.stop() }],
    timeoutMs: 10_000,
    exit: (code) => process.exit(code),
    logger,
  });
  const listening = await gateway.listen({ host, port });
  logger.info('gateway.listening', { port: listening.port });
} catch (error) {
  process.stderr.write(`${error instanceof EnvironmentFaults ? error.message : startFault(error)}\n`);
  process.exit(1);
}

/** Only the operator's own configuration is in it: nothing was asked yet. */
function startFault(error: unknown): string {
  return `The gateway cannot start: ${error instanceof Error ? error.message : 'unknown fault'}`;
}
