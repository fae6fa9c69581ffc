/**
 * The whole network in one process: the same services that would run apart, over the same stores, behind one address.
 */
import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { keepSwept } from '@stezhka/consent';
import { type BrowserTables, browserMigrations, createGateway, type Planner } from '@stezhka/gateway';
import { keepTime } from '@stezhka/referrals';
import { createInProcess, createTurns } from '@stezhka/subgraph';
import type { Logger } from '@stezhka/telemetry';
import { type Composed, type ComposeOptions, compose, composedServices } from './composed.js';
import { type Listening, listenOn } from './http.js';
import { openInstallation } from './installation.js';
import { originsOf, type PortalPlaces, portalClient, servePortal } from './portal.js';
import { openStores, type StoreOptions } from './stores.js';
import { supergraphOf } from './supergraph.js';

export interface NetworkOptions {
  readonly dir: string;
  /** 0 for any free port. */
  readonly port: number;
  /** `https://…` under which a proxy offers this network as well, and sets who asked. */
  readonly publicOrigin?: string;
  readonly logger: Logger;
  readonly now: () => Date;
  readonly eventStoreUrl?: string;
  readonly databaseUrl?: string;
  readonly databaseMigrationUrl?: string;
  readonly database?: NonNullable<StoreOptions['database']>;
  readonly connectionsEach?: NonNullable<StoreOptions['connectionsEach']>;
  /** Opens the sign-in by name and password for the command line; never with real people. */
  readonly demonstration: boolean;
  readonly planner?: Planner;
  /** Where the portal's files and operations are; where its build puts them if absent. */
  readonly portal?: PortalPlaces;
  /** For tests alone: either wall taken out, or identical queries merged. */
  readonly deps?: NonNullable<ComposeOptions['deps']> & {
    readonly withoutRowSecurity?: true;
    readonly mergeInFlight?: boolean;
    /** Acts take no turns, as where several processes carry them out. */
    readonly actsTogether?: true;
  };
}

export interface Network extends Composed {
  /** `http://127.0.0.1:<port>`. */
  readonly address: string;
  /** Where people open the portal: the public origin if there is one. */
  readonly portal: string;
  readonly port: number;
  /** Subgraphs without the gateway, by name. */
  readonly subgraphs: Readonly<Record<string, ReturnType<typeof createInProcess>>>;
  stop(): Promise<void>;
}

/** A store that needs longer to be read is served all the same: its services say that they are not ready. */
const READY_WITHIN_MS = 15_000;

export async function startNetwork(options: NetworkOptions): Promise<Network> {
  const http = await listenOn(options.port, options.publicOrigin);
  try {
    return await startOn(http, options);
  } catch (error) {
    await http.stop();
    throw error;
  }
}

async function startOn(http: Listening, options: NetworkOptions): Promise<Network> {
  const { logger, now, publicOrigin, deps = {} } = options;
  const installation = await openInstallation(options.dir, now);
  const { secret, issuer } = installation;
  const stores = await openStores({ ...options, ...deps, services: [...composedServices, 'gateway'] });
  const origins = originsOf(http.port, publicOrigin);
  const [browserRows, composed] = await Promise.all([
    stores.readModel<BrowserTables>('gateway', browserMigrations),
    compose({
      ...{ installation, stores, logger, now, deps, demonstration: options.demonstration },
      clients: [portalClient(origins)],
      trustProxy: publicOrigin !== undefined,
    }),
  ]);
  const { identity, consent, referrals, running } = composed;

  const subgraphs = Object.fromEntries(
    Object.values(running).map(({ name, subgraph, contextFactory }) => [
      name,
      createInProcess({
        ...{ subgraph, contextFactory, logger },
        ...(deps.actsTogether ? {} : { turns: createTurns() }),
      }),
    ]),
  );
  const gateway = await createGateway({
    supergraph: await supergraphOf(Object.values(running).map(({ subgraph }) => subgraph)),
    subgraphs,
    logger,
    newRequestId: randomUUID,
    ...(options.planner ? { planner: options.planner } : {}),
    ...(deps.mergeInFlight ? { mergeInFlight: true } : {}),
  });
  await Promise.all(Object.values(running).map((one) => one.ready(READY_WITHIN_MS)));
  const sweeping = keepSwept({ ...consent, now, logger: logger.child({ component: consent.name }) });
  const keeping = keepTime({ ...referrals, now, logger: logger.child({ component: referrals.name }) });
  const browser = await servePortal({
    gateway,
    readModel: browserRows,
    secret,
    issuer,
    port: http.port,
    origins,
    places: options.portal,
    logger: logger.child({ component: 'browser' }),
    now,
  });
  http.serve({ browser, identity, running });

  return {
    ...composed,
    address: `http://127.0.0.1:${http.port}`,
    portal: origins[0]!,
    port: http.port,
    identity: {
      ...identity,
      async disable(subject) {
        await identity.disable(subject);
        await browser.endSessionsOf(issuer, subject);
      },
    },
    subgraphs,
    async stop() {
      await gateway.hush();
      await http.stop();
      await Promise.all([gateway, browser].map((one) => one.stop()));
      await Promise.all(Object.values(subgraphs).map((subgraph) => subgraph.stop()));
      await Promise.all([sweeping, keeping].map((one) => one.stop()));
      await composed.stop();
      await stores.stop();
    },
  };
}
