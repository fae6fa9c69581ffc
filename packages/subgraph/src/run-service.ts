/**
 * A service at work: its rows follow the store, its workflows answer, its context knows who asks. The same for a
 * service alone in its process and for all of them in one.
 */
import { setTimeout as delay } from 'node:timers/promises';
import {
  createAuthenticate,
  createMembership,
  type MembershipTables,
  membershipMigration,
  membershipProjection,
  type TokenVerifier,
} from '@stezhka/auth';
import {
  createPositionTokens,
  type EventStore,
  type RunningWorkflows,
  startWorkflows,
  type Workflow,
} from '@stezhka/event-store';
import {
  type Migrations,
  type Projection,
  type Projections,
  type ReadModel,
  startProjections,
  workflowCheckpoints,
} from '@stezhka/read-model';
import type { Logger } from '@stezhka/telemetry';
import { isAway } from './is-away.js';
import { type ContextFactory, createContextFactory } from './request-context.js';
import type { Subgraph } from './subgraph.js';

/** What `createXService` gives. */
export interface Service<DB> {
  readonly name: string;
  readonly subgraph: Subgraph;
  readonly projections: readonly Projection<DB>[];
  readonly workflows: readonly Workflow[];
}

export interface RunServiceOptions<DB> {
  readonly service: Service<DB>;
  readonly readModel: ReadModel<DB>;
  readonly store: EventStore;
  readonly verifier: TokenVerifier;
  /** The installation's secret. */
  readonly secret: string;
  readonly logger: Logger;
  readonly now: () => Date;
}

export interface RunningService {
  readonly name: string;
  readonly subgraph: Subgraph;
  readonly contextFactory: ContextFactory;
  readonly projections: Projections;
  readonly workflows: RunningWorkflows;
  /** Resolves when the rows are known to be current, or after `withinMs`: before that nobody would be let in. */
  ready(withinMs: number): Promise<boolean>;
  /** Ends the following of the store; rows and checkpoints stay as they are. */
  stop(): Promise<void>;
}

/** A service's migrations with the membership table that every service has. */
export function withMembership(migrations: Migrations): Migrations {
  return { '0000_membership': membershipMigration, ...migrations };
}

export function runService<DB>(options: RunServiceOptions<DB>): RunningService {
  const { service, store, logger, now, verifier } = options;
  const readModel = options.readModel as unknown as ReadModel<DB & MembershipTables>;
  const projections = startProjections<DB & MembershipTables>({
    readModel,
    store,
    projections: [membershipProjection, ...service.projections] as unknown as Projection<
      DB & MembershipTables
    >[],
    logger,
  });
  const workflows = startWorkflows({
    store,
    workflows: service.workflows,
    checkpoints: workflowCheckpoints(readModel),
    isAway,
    log: logger,
  });
  const membership = createMembership({ readModel, health: projections });
  const authenticate = createAuthenticate({
    verifier,
    membership,
    written: () => projections.writtenOf(membershipProjection.name),
  });
  const tokens = createPositionTokens(options.secret);
  return {
    name: service.name,
    subgraph: service.subgraph,
    contextFactory: createContextFactory({ authenticate, tokens, waitFor: projections.waitFor, now }),
    projections,
    workflows,
    async ready(withinMs) {
      const until = performance.now() + withinMs;
      while (!projections.health().ready && performance.now() < until) await delay(10);
      return projections.health().ready;
    },
    async stop() {
      await Promise.all([workflows.stop(), projections.stop()]);
    },
  };
}
