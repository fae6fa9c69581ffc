/**
 * The whole service over a real event store and a real PostgreSQL. Registry and consent are played by what they
 * publish: events in their own streams, nothing else.
 */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventStoreDBClient } from '@eventstore/db-client';
import type { Authenticate } from '@stezhka/auth';
import {
  createEventStore,
  createPositionTokens,
  type DomainEvent,
  type EventStore,
  startWorkflows,
} from '@stezhka/event-store';
import { startNode } from '@stezhka/event-store-node';
import { type Projections, startProjections, workflowCheckpoints } from '@stezhka/read-model';
import { startTemporaryCluster } from '@stezhka/read-model/testing';
import {
  createContextFactory,
  createInProcess,
  type InProcessSubgraph,
  isAway,
  type Turns,
} from '@stezhka/subgraph';
import { createLogger } from '@stezhka/telemetry';
import type { FormattedExecutionResult } from 'graphql';
import { createReferralsService } from '../app.js';
import type { Clock } from '../clock/keep-time.js';
import { migrations } from '../migrations.js';
import type { ReferralEvent } from '../referral/events.js';
import type { ReferralsTables } from '../rows.js';
import { people } from './people.js';

const secret = 'a secret for specs alone';
/** As the service at work writes its positions. */
export const tokens = createPositionTokens(secret);

export type Who = keyof typeof people | 'nobody';

export interface ServiceAtWork {
  readonly store: EventStore;
  readonly projections: Projections;
  /** Nobody keeps it going: a spec says when it strikes. */
  readonly clock: Clock;
  /** It is that much later, in milliseconds. */
  passTime(ms: number): void;
  /** One request with a token of this person; `after` is the newest receipt's token. */
  ask(
    who: Who,
    query: string,
    variables?: Record<string, unknown>,
    after?: string,
  ): Promise<FormattedExecutionResult>;
  /** What another service publishes in a stream of its own; returns the position of the last event. */
  published(stream: string, ...events: DomainEvent[]): Promise<bigint>;
  eventsOf(referralId: string): Promise<ReferralEvent[]>;
  stop(): Promise<void>;
}

/** `turns`: mutations take them; without, as many run at once as are given. */
export async function startService(options: { readonly turns?: Turns } = {}): Promise<ServiceAtWork> {
  const logger = createLogger({ service: 'referrals', level: 'silent' });
  // What has been started, to be stopped in the opposite order; also when the rest does not start.
  const started: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (const end of started.splice(0).reverse()) await end();
  };
  try {
    return await start();
  } catch (error) {
    await stop();
    throw error;
  }

  async function start(): Promise<ServiceAtWork> {
    const cluster = await startTemporaryCluster();
    started.push(() => cluster.stop());
    const dir = await mkdtemp(join(tmpdir(), 'referrals-'));
    started.push(() => rm(dir, { recursive: true }));
    const node = await startNode({ dir });
    started.push(() => node.stop());
    const client = EventStoreDBClient.connectionString(node.connectionString);
    const store = createEventStore({ client });
    started.push(() => store.close());
    const readModel = await cluster.readModel<ReferralsTables>('referrals', migrations);

    let ahead = 0;
    const now = () => new Date(Date.now() + ahead);
    const passTime = (ms: number) => {
      ahead += ms;
    };
    const service = createReferralsService({ store, readModel, secret, now });
    const projections = startProjections({ readModel, store, projections: service.projections, logger });
    started.push(() => projections.stop());
    const checkpoints = workflowCheckpoints(readModel);
    const workflows = startWorkflows({
      ...{ store, workflows: service.workflows, checkpoints },
      isAway,
      log: logger,
    });
    started.push(() => workflows.stop());
    const { waitFor } = projections;
    const contextFactory = createContextFactory({ authenticate, tokens, waitFor, now });
    const subgraph = createInProcess({ subgraph: service.subgraph, contextFactory, logger, ...options });
    started.push(() => subgraph.stop());
    const { clock } = service;
    return { store, projections, clock, passTime, stop, ...spokenTo(subgraph), ...over(store) };
  }
}

/** A token is the name of one of the people: what a real one says is no question here. */
const authenticate: Authenticate = async (authorization) =>
  people[authorization?.slice('Bearer '.length) as keyof typeof people];

const spokenTo = (subgraph: InProcessSubgraph): Pick<ServiceAtWork, 'ask'> => ({
  ask(who, query, variables, after) {
    const headers = {
      ...(who === 'nobody' ? {} : { authorization: `Bearer ${who}` }),
      ...(after === undefined ? {} : { 'x-stezhka-after': after }),
    };
    return subgraph.execute({ query, headers, ...(variables ? { variables } : {}) });
  },
});

const over = (store: EventStore): Pick<ServiceAtWork, 'published' | 'eventsOf'> => ({
  async published(stream, ...events) {
    const metadata = { commandId: 'published', payloadHash: '', causedBy: 'another service' };
    const revision = (await store.read(stream, { leader: true })).at(-1)?.revision;
    const batch = events.map((event) => ({ id: randomUUID(), event, metadata }));
    return (await store.append(stream, revision ?? 'no_stream', batch)).position;
  },
  eventsOf: async (referralId) =>
    (await store.read(`referral-${referralId}`, { leader: true })) as unknown as ReferralEvent[],
});
