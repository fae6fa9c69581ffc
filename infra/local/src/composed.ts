/**
 * The services composed over the same stores and at work: what is the same whether they answer here, or only commands
 * are given to them. Nothing in a service knows that its neighbours are here.
 */
import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { createTokenVerifier } from '@stezhka/auth';
import {
  type ConsentDeps,
  type ConsentService,
  type ConsentTables,
  migrations as consentMigrations,
  createConsentService,
} from '@stezhka/consent';
import {
  createIdentity,
  type Identity,
  type IdentityOptions,
  type IdentityTables,
  identityMigrations,
} from '@stezhka/identity';
import {
  createInsightsService,
  type InsightsDeps,
  type InsightsTables,
  migrations as insightsMigrations,
} from '@stezhka/insights';
import {
  createReferralsService,
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
import { type RunningService, runService, withMembership } from '@stezhka/subgraph';
import type { Logger } from '@stezhka/telemetry';
import type { Installation } from './installation.js';
import type { Stores } from './stores.js';

export interface ComposeOptions extends Pick<IdentityOptions, 'clients' | 'demonstration' | 'trustProxy'> {
  readonly installation: Installation;
  readonly stores: Stores;
  readonly logger: Logger;
  readonly now: () => Date;
  /** For tests alone: a wall taken out. */
  readonly deps?: {
    readonly registryGaps?: NonNullable<RegistryDeps['gaps']>;
    readonly consentGaps?: NonNullable<ConsentDeps['gaps']>;
    readonly referralsGaps?: NonNullable<ReferralsDeps['gaps']>;
    readonly insightsGaps?: NonNullable<InsightsDeps['gaps']>;
    readonly permitWall?: NonNullable<ConsentDeps['permitWall']>;
  };
}

export interface Composed {
  readonly issuer: string;
  readonly secret: string;
  readonly foundedAt: Date;
  readonly stores: Stores;
  readonly identity: Identity;
  readonly registry: RegistryService;
  readonly consent: ConsentService;
  readonly referrals: ReferralsService;
  /** Each service at work, by name: its rows, workflows and context. */
  readonly running: Readonly<Record<'registry' | 'consent' | 'referrals' | 'insights', RunningService>>;
  /** Waits until every service's rows and workflows have passed what the store holds, and what they answered to it. */
  settled(): Promise<void>;
  /** Ends services and provider; the stores are left to whoever opened them. */
  stop(): Promise<void>;
}

/** The services whose rows `compose` asks for. */
export const composedServices = ['identity', 'registry', 'consent', 'referrals', 'insights'] as const;

const AUDIENCE = 'stezhka';
const SETTLED_WITHIN_MS = 30_000;

export async function compose(options: ComposeOptions): Promise<Composed> {
  const { installation, stores, logger, now, deps = {} } = options;
  const { secret, issuer, keyRing, foundedAt } = installation;
  const { events: store } = stores;
  const common = { store, secret, now, logger };
  // Each is made when its own rows are there: making the databases takes longest, and takes nothing of this thread.
  const [identity, registry, consent, referrals, insights] = await Promise.all([
    stores.readModel<IdentityTables>('identity', identityMigrations).then((readModel) =>
      createIdentity({
        ...{ readModel, issuer, secret: installation.identitySecret, audience: AUDIENCE },
        clients: options.clients,
        demonstration: options.demonstration ?? false,
        trustProxy: options.trustProxy ?? false,
        logger,
        now,
      }),
    ),
    stores.readModel<RegistryTables>('registry', withMembership(registryMigrations)).then((readModel) => ({
      readModel,
      service: createRegistryService({ ...common, readModel, ...gaps(deps.registryGaps) }),
    })),
    stores.readModel<ConsentTables>('consent', withMembership(consentMigrations)).then((readModel) => ({
      readModel,
      service: createConsentService({
        ...{ ...common, readModel, keyRing, random: randomBytes },
        ...gaps(deps.consentGaps),
        ...(deps.permitWall ? { permitWall: deps.permitWall } : {}),
      }),
    })),
    stores.readModel<ReferralsTables>('referrals', withMembership(referralsMigrations)).then((readModel) => ({
      readModel,
      service: createReferralsService({ ...common, readModel, ...gaps(deps.referralsGaps) }),
    })),
    stores.readModel<InsightsTables>('insights', withMembership(insightsMigrations)).then((readModel) => ({
      readModel,
      service: createInsightsService({ readModel, ...gaps(deps.insightsGaps) }),
    })),
  ]);
  const verifier = createTokenVerifier({ issuer, audience: AUDIENCE, jwks: identity.jwks(), now });

  const run = <DB>({
    service,
    readModel,
  }: Pick<Parameters<typeof runService<DB>>[0], 'service' | 'readModel'>) =>
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
    registry: run(registry),
    consent: run(consent),
    referrals: run(referrals),
    insights: run(insights),
  };

  return {
    ...{ issuer, secret, foundedAt, stores, identity, running },
    ...{ registry: registry.service, consent: consent.service, referrals: referrals.service },
    async settled() {
      for (;;) {
        const head = await store.head();
        if (head === undefined) return;
        await Promise.all(Object.values(running).map((one) => hasPassed(one, head)));
        // An answer is one more thing to be passed.
        if ((await store.head()) === head) return;
      }
    },
    async stop() {
      await Promise.all(Object.values(running).map((one) => one.stop()));
      await identity.stop();
    },
  };
}

const gaps = <Gaps>(given: Gaps | undefined) => (given === undefined ? {} : { gaps: given });

/** Its rows and its workflows, or half a minute. */
async function hasPassed({ projections, workflows }: RunningService, position: bigint): Promise<void> {
  await projections.waitFor(position, SETTLED_WITHIN_MS);
  const until = performance.now() + SETTLED_WITHIN_MS;
  while (!workflows.havePassed(position) && performance.now() < until) await delay(10);
}
