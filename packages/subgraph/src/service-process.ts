/**
 * A service as a process of its own: settings → stores → service → listening, and back in the opposite order. What
 * differs between services is what `main.ts` hands in; the event store's client is among it, because exactly one may
 * exist in a process and whoever starts the process must be seen to make it.
 */
import { exit, stderr } from 'node:process';
import { createTokenVerifier } from '@stezhka/auth';
import { createEventStore, type EventStore, type EventStoreOptions } from '@stezhka/event-store';
import { type Migrations, openReadModel, type ReadModel } from '@stezhka/read-model';
import {
  createHealth,
  createLogger,
  gracefulStop,
  type Health,
  type Logger,
  SettingsFaults,
} from '@stezhka/telemetry';
import { type RunningService, runService, type Service, withMembership } from './run-service.js';
import { serveSubgraph } from './serve-subgraph.js';
import type { ServiceSettings } from './service-settings.js';
import { createTurns } from './turns.js';

/** What a service is made with. */
export interface ServiceTools<DB, Settings> {
  readonly settings: Settings;
  readonly store: EventStore;
  readonly readModel: ReadModel<DB>;
  readonly secret: string;
  readonly now: () => Date;
  readonly logger: Logger;
}

interface Stoppable {
  stop(): Promise<void>;
}

export interface ServiceProcess<DB, Settings extends ServiceSettings, Made extends Service<DB>> {
  readonly name: string;
  readonly migrations: Migrations;
  /** @throws SettingsFaults */
  readonly settings: () => Settings;
  /** Makes the one client of this process from a connection string. */
  readonly client: (url: string) => EventStoreOptions['client'];
  readonly create: (tools: ServiceTools<DB, Settings>) => Made;
  /** What runs beside the service for as long as it does. */
  readonly beside?: (service: Made, tools: ServiceTools<DB, Settings>) => Stoppable;
}

interface Started extends Stoppable {
  readonly port: number;
  ready(): Promise<boolean>;
}

const READY_WITHIN_MS = 30_000;
const STOP_WITHIN_MS = 10_000;

/** Runs until a signal ends the process; every way out has an exit code. */
export async function runServiceProcess<DB, Settings extends ServiceSettings, Made extends Service<DB>>(
  described: ServiceProcess<DB, Settings, Made>,
): Promise<void> {
  const settings = settingsOf(described);
  const logger = createLogger({ service: described.name, level: settings.logLevel });
  const starting = start(described, settings, logger);
  let asked = false;
  // From the first moment on: a signal that comes while the stores open must end them in order as well.
  gracefulStop({
    ...{ logger, exit, timeoutMs: STOP_WITHIN_MS },
    steps: [
      {
        name: 'service',
        async stop() {
          asked = true;
          const started = await starting.catch(() => undefined);
          await started?.stop();
        },
      },
    ],
  });
  try {
    const { port, ready } = await starting;
    // Not awaited by whoever stops it: a store that does not answer must not keep the process from ending.
    if (await ready()) logger.info('service.ready', { port });
  } catch (error) {
    if (asked) return;
    logger.error('service.not_started', { error });
    exit(1);
  }
}

function settingsOf<Settings>({ settings }: { settings: () => Settings }): Settings {
  try {
    return settings();
  } catch (error) {
    if (!(error instanceof SettingsFaults)) throw error;
    stderr.write(`${error.message}\n`);
    return exit(1);
  }
}

async function start<DB, Settings extends ServiceSettings, Made extends Service<DB>>(
  described: ServiceProcess<DB, Settings, Made>,
  settings: Settings,
  logger: Logger,
): Promise<Started> {
  const { name } = described;
  const { secret, issuer, audience, jwksUrl, host, port } = settings;
  const now = () => new Date();
  const opened: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const close of opened.splice(0).reverse()) await close();
  };
  try {
    const store = createEventStore({ client: described.client(settings.eventStoreUrl) });
    opened.push(() => store.close());
    const migrations = withMembership(described.migrations);
    const readModel = await openReadModel<DB>({ ...settings, service: name, migrations, logger });
    opened.push(() => readModel.close());
    const tools = { settings, store, readModel, secret, now, logger };
    const service = described.create(tools);
    const verifier = createTokenVerifier({ issuer, audience, jwks: { url: jwksUrl }, now });
    const running = runService({ service, readModel, store, verifier, secret, logger, now });
    opened.push(() => running.stop());
    const beside = described.beside?.(service, tools);
    if (beside) opened.push(() => beside.stop());
    const { subgraph, contextFactory } = running;
    const health = healthOf(running);
    let isOpen = false;
    const listening = { host, port, health, isOpen: () => isOpen };
    const turns = createTurns();
    const served = await serveSubgraph({ subgraph, contextFactory, logger, turns, ...listening });
    opened.push(() => served.stop());
    logger.info('service.listening', { port: served.port });
    return {
      stop,
      port: served.port,
      async ready() {
        const isReady = await running.ready(READY_WITHIN_MS);
        isOpen = true;
        return isReady;
      },
    };
  } catch (error) {
    await stop().catch(() => undefined);
    throw error;
  }
}

function healthOf({ projections, workflows }: RunningService): Health {
  const health = createHealth();
  health.contribute('projections', () => projections.health());
  health.contribute('workflows', () =>
    workflows.stalled().length === 0 ? { ready: true } : { ready: false, reason: 'stalled' },
  );
  return health;
}
