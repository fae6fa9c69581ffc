/** Consent at work for a spec: a real event store and a real database, on free ports, gone when the spec is. */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventStoreDBClient } from '@eventstore/db-client';
import type { Viewer } from '@stezhka/auth';
import {
  createEventStore,
  createPositionTokens,
  type EventStore,
  startWorkflows,
} from '@stezhka/event-store';
import { startNode } from '@stezhka/event-store-node';
import { type ReadModel, startProjections, workflowCheckpoints } from '@stezhka/read-model';
import { silentLogger, startTemporaryCluster } from '@stezhka/read-model/testing';
import { createContextFactory, createInProcess, isAway } from '@stezhka/subgraph';
import type { FormattedExecutionResult } from 'graphql';
import { type ConsentDeps, type ConsentService, createConsentService } from '../app.js';
import { migrations } from '../migrations.js';
import type { ConsentTables } from '../rows.js';
import type { KeyRing } from '../vault/key-ring.js';

export interface RunningConsent {
  readonly store: EventStore;
  readonly readModel: ReadModel<ConsentTables>;
  readonly service: ConsentService;
  readonly keyRing: KeyRing;
  /** The same service with other walls, over the same store and database. */
  withWalls(walls: Pick<ConsentDeps, 'gaps' | 'permitWall'>): ConsentService;
  /** The same service where a spec is told of every step that it takes, and may step in between. */
  watched(step: (what: Step) => Promise<void>): ConsentService;
  /** The same service reading past row security. */
  withoutRowSecurity(walls?: Pick<ConsentDeps, 'gaps'>): Promise<ConsentService>;
  /** The graph as this viewer, when the rows contain everything that has happened. */
  ask(
    viewer: Viewer | undefined,
    query: string,
    variables?: object,
    service?: ConsentService,
  ): Promise<FormattedExecutionResult>;
  stop(): Promise<void>;
}

/** What was done last in the stores, or in `vault` what is about to be opened there. */
export type Step = 'read' | 'append' | 'vault';

export const secret = 'an invented secret of an invented installation';

export async function startConsent(clock: () => Date): Promise<RunningConsent> {
  const dir = await mkdtemp(join(tmpdir(), 'stezhka-consent-'));
  const node = await startNode({ dir });
  const store = createEventStore({ client: EventStoreDBClient.connectionString(node.connectionString) });
  const cluster = await startTemporaryCluster();
  const readModel = await cluster.readModel<ConsentTables>('consent', migrations);
  const keys = new Map([['2026', randomBytes(32)]]);
  const keyRing = { current: '2026', key: (epoch: string) => keys.get(epoch) };
  const deps = { store, readModel, secret, keyRing, random: randomBytes };
  const service = createConsentService(deps);
  const logger = silentLogger();
  const projections = startProjections({ readModel, store, projections: service.projections, logger });
  const workflows = startWorkflows({
    store,
    workflows: service.workflows,
    checkpoints: workflowCheckpoints(readModel),
    isAway,
    log: logger,
  });

  return {
    ...{ store, readModel, service, keyRing },
    withWalls: (walls) => createConsentService({ ...deps, ...walls }),
    watched(step) {
      const watchedStore: EventStore = {
        ...store,
        async read(...asked) {
          const events = await store.read(...asked);
          await step('read');
          return events;
        },
        async append(...given) {
          const receipt = await store.append(...given);
          await step('append');
          return receipt;
        },
      };
      const watchedRows: ReadModel<ConsentTables> = {
        ...readModel,
        async asRecorder(fn) {
          await step('vault');
          return readModel.asRecorder(fn);
        },
      };
      return createConsentService({ ...deps, store: watchedStore, readModel: watchedRows });
    },
    async withoutRowSecurity(walls = {}) {
      const options = { deps: { withoutRowSecurity: true } } as const;
      const unwalled = await cluster.readModel<ConsentTables>('consent', migrations, options);
      return createConsentService({ ...deps, ...walls, readModel: unwalled });
    },
    async ask(viewer, query, variables, of = service) {
      const head = await store.head();
      if (head !== undefined) await projections.waitFor(head, 5_000);
      const contextFactory = createContextFactory({
        authenticate: async () => viewer,
        tokens: createPositionTokens('a secret'),
        waitFor: projections.waitFor,
        now: clock,
      });
      const inside = createInProcess({ subgraph: of.subgraph, contextFactory, logger });
      return inside.execute({ query, headers: {}, ...(variables ? { variables: { ...variables } } : {}) });
    },
    async stop() {
      await workflows.stop();
      await projections.stop();
      await cluster.stop();
      await store.close();
      await node.stop();
      await rm(dir, { recursive: true, force: true });
    },
  };
}
