/**
 * The whole network in one process: the same services that would run apart, composed over the same stores. Nothing in
 * a service knows that its neighbours are here; they meet in events and in the gateway.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { createTokenVerifier } from '@stezhka/auth';
import {
  type ConsentDeps,
  type ConsentService,
  type ConsentTables,
  migrations as consentMigrations,
  createConsentService,
  keepSwept,
} from '@stezhka/consent';
import { type BrowserTables, browserMigrations, createGateway, type Planner } from '@stezhka/gateway';
import { createIdentity, type Identity, type IdentityTables, identityMigrations } from '@stezhka/identity';
import {
  createInsightsService,
  type InsightsDeps,
  type InsightsTables,
  migrations as insightsMigrations,
} from '@stezhka/insights';
import {
  createReferralsService,
  keepTime,
  type ReferralsDeps,
  type ReferralsService,
  type ReferralsTables,
  migrations as referralsMigrations,
} from '@stezhka/referrals';
import {
  createRegistryService,
  type RegistryDeps,
  type RegistryService,
  type RegistryTables,
  migrations as registryMigrations,
} from '@stezhka/registry';
import {
  createInProcess,
  type RunningService,
  runService,
  type Service,
  withMembership,
} from '@stezhka/subgraph';
import type { Logger } from '@stezhka/telemetry';
import { type Listening, listenOn } from './http.js';
import { openInstallation } from './installation.js';
import { originsOf, type PortalPlaces, portalClient, servePortal } from './portal.js';
import { openStores, type Stores } from './stores.js';
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
  /** Opens the sign-in by name and password for the command line; never with real people. */
  readonly demonstration: boolean;
  readonly planner?: Planner;
  /** Where the portal's files and operations are; where its build puts them if absent. */
  readonly portal?: PortalPlaces;
  /** For tests alone: either wall taken out, or identical queries merged. */
  readonly deps?: {
    readonly registryGaps?: NonNullable<RegistryDeps['gaps']>;
    readonly consentGaps?: NonNullable<ConsentDeps['gaps']>;
    readonly referralsGaps?: NonNullable<ReferralsDeps['gaps']>;
    readonly insightsGaps?: NonNullable<InsightsDeps['gaps']>;
    readonly permitWall?: NonNullable<ConsentDeps['permitWall']>;
    readonly withoutRowSecurity?: true;
    readonly mergeInFlight?: boolean;
  };
}

export interface Network {
  /** `http://127.0.0.1:<port>`. */
  readonly address: string;
  /** Where people open the portal: the public origin if there is one. */
  readonly portal: string;
  readonly port: number;
  readonly issuer: string;
  readonly secret: string;
  readonly foundedAt: Date;
  readonly identity: Identity;
  readonly stores: Stores;
  readonly registry: RegistryService;
  readonly consent: ConsentService;
  readonly referrals: ReferralsService;
  /** Each service at work, by name: its rows, workflows and context. */
  readonly running: Readonly<Record<'registry' | 'consent' | 'referrals' | 'insights', RunningService>>;
  /** Subgraphs without the gateway, by name. */
  readonly subgraphs: Readonly<Record<string, ReturnType<typeof createInProcess>>>;
  /** Waits until every service's rows have passed what the store holds now. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

const AUDIENCE = 'stezhka';
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
  const { secret, issuer, keyRing } = installation;
  const stores = await openStores({ ...options, ...deps });
  const { events: store } = stores;
  const origins = originsOf(http.port, publicOrigin);

  const [identityRows, browserRows, registryRows, consentRows, referralsRows, insightsRows] =
    await Promise.all([
      stores.readModel<IdentityTables>('identity', identityMigrations),
      stores.readModel<BrowserTables>('gateway', browserMigrations),
      stores.readModel<RegistryTables>('registry', withMembership(registryMigrations)),
      stores.readModel<ConsentTables>('consent', withMembership(consentMigrations)),
      stores.readModel<ReferralsTables>('referrals', withMembership(referralsMigrations)),
      stores.readModel<InsightsTables>('insights', withMembership(insightsMigrations)),
    ]);
  const identity = await createIdentity({
    readModel: identityRows,
    issuer,
    secret: installation.identitySecret,
    clients: [portalClient(origins)],
    audience: AUDIENCE,
    demonstration: options.demonstration,
    trustProxy: publicOrigin !== undefined,
    logger,
    now,
  });
  const verifier = createTokenVerifier({ issuer, audience: AUDIENCE, jwks: identity.jwks(), now });

  const common = { store, secret, now, logger };
  const registry = createRegistryService({ ...common, readModel: registryRows, ...gaps(deps.registryGaps) });
  const consent = createConsentService({
    ...common,
    readModel: consentRows,
    keyRing,
    random: randomBytes,
    ...gaps(deps.consentGaps),
    ...(deps.permitWall ? { permitWall: deps.permitWall } : {}),
  });
  const referrals = createReferralsService({
    ...common,
    readModel: referralsRows,
    ...gaps(deps.referralsGaps),
  });
  const insights = createInsightsService({ readModel: insightsRows, ...gaps(deps.insightsGaps) });

  const run = <DB>(service: Service<DB>, readModel: Parameters<typeof runService<DB>>[0]['readModel']) =>
    runService<DB>({
      service,
      readModel,
      store,
      secret,
      verifier,
      logger: logger.child({ component: service.name }),
      now,
    });
  const running = {
    registry: run(registry, registryRows),
    consent: run(consent, consentRows),
    referrals: run(referrals, referralsRows),
    insights: run(insights, insightsRows),
  };
  const subgraphs = Object.fromEntries(
    Object.values(running).map(({ name, subgraph, contextFactory }) => [
      name,
      createInProcess({ subgraph, contextFactory, logger }),
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
    address: `http://127.0.0.1:${http.port}`,
    portal: origins[0]!,
    port: http.port,
    issuer,
    secret,
    foundedAt: installation.foundedAt,
    identity: {
      ...identity,
      async disable(subject) {
        await identity.disable(subject);
        await browser.endSessionsOf(issuer, subject);
      },
    },
    stores,
    registry,
    consent,
    referrals,
    running,
    subgraphs,
    async settled() {
      const head = await store.head();
      if (head === undefined) return;
      await Promise.all(Object.values(running).map((one) => one.projections.waitFor(head, 30_000)));
    },
    async stop() {
      await http.stop();
      await Promise.all([gateway, browser].map((one) => one.stop()));
      await Promise.all(Object.values(subgraphs).map((subgraph) => subgraph.stop()));
      await Promise.all([sweeping, keeping, ...Object.values(running)].map((one) => one.stop()));
      await identity.stop();
      await stores.stop();
    },
  };
}

const gaps = <Gaps>(given: Gaps | undefined) => (given === undefined ? {} : { gaps: given });
