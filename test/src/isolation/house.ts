/**
 * The real network, with a way to take out either wall: over the same stores, services are composed once more with
 * other deps, and read under the same running projections.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { type ConsentDeps, migrations as consentMigrations, createConsentService } from '@stezhka/consent';
import { createGateway } from '@stezhka/gateway';
import {
  createInsightsService,
  type InsightsDeps,
  migrations as insightsMigrations,
} from '@stezhka/insights';
import { openInstallation, supergraphOf } from '@stezhka/local';
import type { ReadModel } from '@stezhka/read-model';
import { startTemporaryCluster, type TemporaryCluster } from '@stezhka/read-model/testing';
import {
  createReferralsService,
  type ReferralsDeps,
  migrations as referralsMigrations,
} from '@stezhka/referrals';
import {
  createRegistryService,
  type RegistryGaps,
  migrations as registryMigrations,
} from '@stezhka/registry';
import { createInProcess, type InProcessSubgraph, withMembership } from '@stezhka/subgraph';
import { createLogger } from '@stezhka/telemetry';
import { type TemporaryNetwork, temporaryNetwork } from '../support/temporary-network.js';

export const serviceNames = ['registry', 'consent', 'referrals', 'insights'] as const;
export type ServiceName = (typeof serviceNames)[number];

/** What is taken out. Nothing: everything as it runs. */
export interface Openings {
  readonly rowSecurity?: 'off';
  readonly permitWall?: 'open';
  readonly registry?: RegistryGaps;
  readonly consent?: NonNullable<ConsentDeps['gaps']>;
  readonly referrals?: NonNullable<ReferralsDeps['gaps']>;
  readonly insights?: NonNullable<InsightsDeps['gaps']>;
}

export type Subgraphs = Readonly<Record<ServiceName, InProcessSubgraph>>;

export type OpenedSubgraphs = Subgraphs & { stop(): Promise<void> };

type Rows = Readonly<Record<ServiceName, ReadModel<never>>>;

export interface House {
  readonly network: TemporaryNetwork;
  readonly cluster: TemporaryCluster;
  /** Milliseconds by which the network's clock is ahead: how a good token expires. */
  readonly clock: { ahead: number };
  /** Rows as row security shows them. */
  readonly rows: Rows;
  /** The services with something taken out, spoken to without the gateway. */
  open(openings: Openings): OpenedSubgraphs;
  /** Another gateway over the running services, on a port of its own. */
  gateway(options: GatewayOptions): Promise<ListeningGateway>;
  stop(): Promise<void>;
}

export interface GatewayOptions {
  readonly planner: 'rust' | 'js';
  /** Identical queries in flight share one answer, whoever asks. */
  readonly mergeInFlight?: true;
}

export interface ListeningGateway {
  /** `http://127.0.0.1:<port>/graphql`. */
  readonly url: string;
  stop(): Promise<void>;
}

export async function startHouse(): Promise<House> {
  const clock = { ahead: 0 };
  const now = () => new Date(Date.now() + clock.ahead);
  const logger = createLogger({ service: 'test', level: 'silent' });
  const cluster = await startTemporaryCluster();
  const deps = { actsTogether: true } as const;
  const network = await temporaryNetwork({ now, deps, databaseUrl: cluster.adminUrl });
  const { keyRing, secret } = await openInstallation(network.dir, now);
  const guarded = await openRows(cluster);
  const unguarded = await openRows(cluster, { withoutRowSecurity: true });

  return {
    network,
    cluster,
    clock,
    rows: guarded,
    open({ rowSecurity, permitWall, ...gaps }) {
      const isWhole = !rowSecurity && !permitWall && Object.keys(gaps).length === 0;
      if (isWhole) return { ...(network.subgraphs as Subgraphs), stop: async () => {} };
      const rows = rowSecurity === 'off' ? unguarded : guarded;
      const common = { store: network.stores.events, secret, now, logger };
      const services = {
        registry: createRegistryService({ ...common, readModel: rows.registry, ...given(gaps.registry) }),
        consent: createConsentService({
          ...common,
          readModel: rows.consent,
          keyRing,
          random: randomBytes,
          ...given(gaps.consent),
          ...(permitWall ? { permitWall } : {}),
        }),
        referrals: createReferralsService({ ...common, readModel: rows.referrals, ...given(gaps.referrals) }),
        insights: createInsightsService({ readModel: rows.insights, ...given(gaps.insights) }),
      };
      const spoken = (name: ServiceName) =>
        createInProcess({
          subgraph: services[name].subgraph,
          contextFactory: network.running[name].contextFactory,
          logger,
        });
      const subgraphs = {
        registry: spoken('registry'),
        consent: spoken('consent'),
        referrals: spoken('referrals'),
        insights: spoken('insights'),
      };
      const stop = async () => {
        await Promise.all(Object.values(subgraphs).map((subgraph) => subgraph.stop()));
      };
      return { ...subgraphs, stop };
    },
    async gateway(how) {
      const gateway = await createGateway({
        supergraph: await supergraphOf(Object.values(network.running).map(({ subgraph }) => subgraph)),
        subgraphs: network.subgraphs,
        logger,
        newRequestId: randomUUID,
        ...how,
      });
      const { url } = await gateway.listen({ host: '127.0.0.1', port: 0 });
      return { url, stop: () => gateway.stop() };
    },
    async stop() {
      await network.stop();
      await cluster.stop();
    },
  };
}

async function openRows(cluster: TemporaryCluster, deps?: { readonly withoutRowSecurity: true }) {
  // Beside the running network's own connections: a server has only so many.
  const options = { poolSize: 3, ...(deps ? { deps } : {}) };
  return {
    registry: await cluster.readModel<never>('registry', withMembership(registryMigrations), options),
    consent: await cluster.readModel<never>('consent', withMembership(consentMigrations), options),
    referrals: await cluster.readModel<never>('referrals', withMembership(referralsMigrations), options),
    insights: await cluster.readModel<never>('insights', withMembership(insightsMigrations), options),
  } satisfies Rows;
}

const given = <Gaps>(gaps: Gaps | undefined) => (gaps === undefined ? {} : { gaps });
