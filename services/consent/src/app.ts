/** Consent, composed: what it decides, how it is read, how it is spoken. No environment, no clock, no port. */
import { createWall, type Gaps, type Wall } from '@stezhka/auth';
import { createCommandHandler, type EventStore, type Workflow } from '@stezhka/event-store';
import type { Projection, ReadModel } from '@stezhka/read-model';
import { createSubgraph, type Subgraph } from '@stezhka/subgraph';
import { rules, type Subjects } from './household/authorize.js';
import { createHouseholdDecider } from './household/decide.js';
import type { PermitWall } from './household/decide.walls.js';
import { createHouseholdCommands, type HouseholdCommands } from './household/handle.commands.js';
import { fileProjection } from './household/projection.file.js';
import { createAvailabilityQuery } from './household/query.availability.js';
import { createFileQueries } from './household/query.file.js';
import { DisclosureMutations } from './household/resolver.disclosures.js';
import { HouseholdMutations } from './household/resolver.mutations.js';
import { NoteMutations } from './household/resolver.notes.js';
import { ReferralPersonType, referralReference } from './household/resolver.person.js';
import { HouseholdResolver, householdReference } from './household/resolver.queries.js';
import { createPermissionWorkflow } from './household/workflow.permission.js';
import type { ConsentTables } from './rows.js';
import type { KeyRing } from './vault/key-ring.js';
import type { RandomBytes } from './vault/seal.js';
import { type Swept, sweepVault } from './vault/sweep.js';
import { createVault } from './vault/vault.js';

export interface ConsentDeps {
  readonly store: EventStore;
  readonly readModel: ReadModel<ConsentTables>;
  /** The installation's secret: ids of commands and events are derived under it. */
  readonly secret: string;
  /** Keys under which the vault's keys lie, from outside the database. */
  readonly keyRing: KeyRing;
  /** `randomBytes` of node:crypto. */
  readonly random: RandomBytes;
  /** For tests alone: rules that let everybody through. */
  readonly gaps?: Gaps<Subjects>;
  /** For tests alone: the household's stream as a wall, taken out. */
  readonly permitWall?: PermitWall;
}

export interface ConsentService {
  readonly name: 'consent';
  readonly subgraph: Subgraph;
  readonly projections: readonly Projection<ConsentTables>[];
  readonly workflows: readonly Workflow[];
  readonly commands: HouseholdCommands;
  /** Deletes what the vault wrote before this moment and no event names; how much that was. */
  sweep(before: Date): Promise<Swept>;
}

export function createConsentService(deps: ConsentDeps): ConsentService {
  const { store, readModel, secret, permitWall = 'closed' } = deps;
  const wall: Wall<Subjects> = createWall(rules, deps.gaps);
  const walls = { wall, permitWall };
  const decider = createHouseholdDecider(walls);
  const handler = createCommandHandler({ store, category: 'household', decider, secret });
  const vault = createVault(deps);
  const commands = createHouseholdCommands({ ...walls, store, handler, vault, secret });
  const files = createFileQueries({ readModel, wall });
  const availability = createAvailabilityQuery({ ...walls, store, handler, secret });

  return {
    name: 'consent',
    subgraph: createSubgraph({
      name: 'consent',
      resolvers: [HouseholdResolver, HouseholdMutations, DisclosureMutations, NoteMutations],
      instances: new Map<unknown, unknown>([
        [HouseholdResolver, new HouseholdResolver(files)],
        [HouseholdMutations, new HouseholdMutations(commands)],
        [DisclosureMutations, new DisclosureMutations(commands)],
        [NoteMutations, new NoteMutations(commands)],
      ]),
      orphanedTypes: [ReferralPersonType],
      references: {
        Household: (reference, context) => householdReference(files, reference, context),
        Referral: (reference, context) => referralReference(availability, reference, context),
      },
    }),
    projections: [fileProjection],
    workflows: [createPermissionWorkflow(handler)],
    commands,
    sweep: (before) => sweepVault({ readModel, store }, before),
  };
}
