/** The registry, composed: what it decides, how it is read, how it is spoken. No environment, no clock, no port. */
import { createCommandHandler, type EventStore, type Workflow } from '@stezhka/event-store';
import type { Projection, ReadModel } from '@stezhka/read-model';
import { byClass, createSubgraph, type Subgraph } from '@stezhka/subgraph';
import { certifiedPathways } from './actor/certified.js';
import { actorDecider } from './actor/decide.js';
import { type ActorCommands, createActorCommands } from './actor/handle.js';
import { directoryProjection } from './actor/projection.directory.js';
import { createDirectoryQueries } from './actor/query.directory.js';
import { createStatusQueries } from './actor/query.status.js';
import { ActorMutations } from './actor/resolver.mutations.js';
import { ActorResolver } from './actor/resolver.queries.js';
import { OfferedServiceResolver, toService } from './actor/resolver.services.js';
import { toActor } from './actor/resolver.types.js';
import { capacityWorkflow } from './actor/workflow.capacity.js';
import { createRegistryWall, type RegistryGaps, type RegistryWall } from './authorize.js';
import type { RegistryTables } from './rows.js';
import { staffDecider } from './staff/decide.js';
import { createDrop, createStaffCommands, type StaffCommands } from './staff/handle.js';
import { staffProjection } from './staff/projection.staff.js';
import { createHoldersQuery } from './staff/query.holders.js';
import { createStaffQueries } from './staff/query.staff.js';
import { StaffResolver } from './staff/resolver.staff.js';
import { certificationWorkflow } from './staff/workflow.certification.js';

export interface RegistryDeps {
  readonly store: EventStore;
  readonly readModel: ReadModel<RegistryTables>;
  /** The installation's secret: ids of commands, events and staff are derived under it. */
  readonly secret: string;
  readonly now: () => Date;
  /** For tests alone: rules that let everybody through. */
  readonly gaps?: RegistryGaps;
}

export type RegistryCommands = ActorCommands & StaffCommands;

export interface RegistryService {
  readonly name: 'registry';
  readonly subgraph: Subgraph;
  readonly projections: readonly Projection<RegistryTables>[];
  readonly workflows: readonly Workflow[];
  readonly commands: RegistryCommands;
}

export function createRegistryService(deps: RegistryDeps): RegistryService {
  const { store, readModel, secret, now } = deps;
  const wall: RegistryWall = createRegistryWall(deps.gaps);
  const actors = createCommandHandler({ store, category: 'actor', decider: actorDecider, secret });
  const staff = createCommandHandler({ store, category: 'staff', decider: staffDecider, secret });
  const actorCommands = createActorCommands({ actors, wall, secret });
  const certificationsOf = async (actorId: string, at: Date) => {
    const loaded = await actors.load(actorId);
    return loaded?.state.phase === 'admitted' ? certifiedPathways(loaded.state, at) : undefined;
  };
  const staffCommands = createStaffCommands({ staff, wall, secret, certificationsOf });
  const directory = createDirectoryQueries({ readModel, wall });
  const status = createStatusQueries({ readModel, wall });
  const resolvers = [
    new ActorResolver(directory, status),
    new OfferedServiceResolver(directory),
    new ActorMutations(actorCommands),
    new StaffResolver(createStaffQueries({ readModel, wall }), staffCommands, directory),
  ];

  return {
    name: 'registry',
    subgraph: createSubgraph({
      name: 'registry',
      resolvers: resolvers.map((resolver) => resolver.constructor),
      instances: byClass(...resolvers),
      references: {
        async Actor({ id }, { viewer, now: asked }) {
          const seen = await directory.actor(viewer, id, asked);
          return seen ? toActor(seen) : null;
        },
        async OfferedService({ id }, { viewer, now: asked }) {
          const seen = await directory.service(viewer, id, asked);
          return seen ? toService(seen) : null;
        },
      },
    }),
    projections: [directoryProjection, staffProjection],
    workflows: [
      capacityWorkflow({ store, actors, now }),
      certificationWorkflow({
        drop: createDrop({ staff, certificationsOf, now }),
        holders: createHoldersQuery(readModel),
      }),
    ],
    commands: { ...actorCommands, ...staffCommands },
  };
}
