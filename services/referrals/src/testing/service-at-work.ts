/**
 * The whole service over a real event store and a real PostgreSQL. Registry and consent are played by what they
 * publish: events in their own streams, nothing else.
 */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventStoreDBClient } from '@eventstore/db-client';
import { createEventStore, type DomainEvent, type EventStore, startWorkflows } from '@stezhka/event-store';
import { startNode } from '@stezhka/event-store-node';
import {
  createReadModel,
  type Projections,
  provisionDatabase,
  startProjections,
  workflowCheckpoints,
} from '@stezhka/read-model';
import { startEmbeddedPostgres } from '@stezhka/read-model/embedded';
import { createContextFactory, createInProcess, type InProcessRequest } from '@stezhka/subgraph';
import { createLogger } from '@stezhka/telemetry';
import type { FormattedExecutionResult } from 'graphql';
import { createReferralsService } from '../app.js';
import { migrations } from '../migrations.js';
import type { ReferralEvent } from '../referral/events.js';
import type { ReferralsTables } from '../rows.js';
import { people } from './people.js';

export type Who = keyof typeof people | 'nobody';

export interface ServiceAtWork {
  readonly store: EventStore;
  readonly projections: Projections;
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

export async function startService(): Promise<ServiceAtWork> {
  const logger = createLogger({ service: 'referrals', level: 'silent' });
  const dir = await mkdtemp(join(tmpdir(), 'referrals-'));
  const node = await startNode({ dir: join(dir, 'events') });
  const client = EventStoreDBClient.connectionString(node.connectionString);
  const store = createEventStore({ client });
  const server = await startEmbeddedPostgres({ dir: join(dir, 'postgres'), logger });
  const name = 'referrals';
  const { url, migrationUrl } = await provisionDatabase({ adminUrl: server.adminUrl(), service: name });
  const readModel = createReadModel<ReferralsTables>({
    url,
    migrationUrl,
    service: name,
    migrations,
    logger,
  });
  await readModel.migrate();

  const now = () => new Date();
  const service = createReferralsService({ store, readModel, secret: 'a secret for specs alone', now });
  const projections = startProjections({ readModel, store, projections: service.projections, logger });
  const workflows = startWorkflows({
    store,
    workflows: service.workflows,
    checkpoints: workflowCheckpoints(readModel),
    log: logger,
  });
  const contextFactory = createContextFactory({
    authenticate: async (authorization) =>
      people[authorization?.slice('Bearer '.length) as keyof typeof people],
    waitFor: projections.waitFor,
    now,
  });
  const subgraph = createInProcess({ subgraph: service.subgraph, contextFactory, logger });

  return {
    store,
    projections,
    ask(who, query, variables, after) {
      const headers: InProcessRequest['headers'] = {
        ...(who === 'nobody' ? {} : { authorization: `Bearer ${who}` }),
        ...(after === undefined ? {} : { 'x-stezhka-after': after }),
      };
      return subgraph.execute({ query, headers, ...(variables ? { variables } : {}) });
    },
    async published(stream, ...events) {
      const metadata = { commandId: 'published', payloadHash: '', causedBy: 'another service' };
      const revision = (await store.read(stream, { leader: true })).at(-1)?.revision;
      const { position } = await store.append(
        stream,
        revision ?? 'no_stream',
        events.map((event) => ({ id: randomUUID(), event, metadata })),
      );
      return position;
    },
    eventsOf: async (referralId) =>
      (await store.read(`referral-${referralId}`, { leader: true })) as unknown as ReferralEvent[],
    async stop() {
      await workflows.stop();
      await projections.stop();
      await subgraph.stop();
      await readModel.close();
      await store.close();
      await server.stop();
      await node.stop();
      await rm(dir, { recursive: true });
    },
  };
}
