/** Referrals, composed: what it decides, how it is read, how it is spoken. No environment, no clock, no port. */
import { createWall, type Gaps, type Wall } from '@stezhka/auth';
import { createCommandHandler, type EventStore, type Workflow } from '@stezhka/event-store';
import type { Projection, ReadModel } from '@stezhka/read-model';
import { createSubgraph, type Subgraph } from '@stezhka/subgraph';
import { type AuthoritySubjects, authorityRules } from './authority/authorize.js';
import { type AuthorityCommands, createAuthorityCommands } from './authority/handle.js';
import { authorityProjection } from './authority/projection.codes.js';
import { createAuthorityQueries } from './authority/query.codes.js';
import { AuthorityCodeHints, AuthorityResolver } from './authority/resolver.codes.js';
import { type Clock, createClock } from './clock/keep-time.js';
import { createTimers } from './clock/timers.js';
import { createTimersWorkflow } from './clock/workflow.timers.js';
import { candidatesProjection } from './directory/projection.candidates.js';
import { createCandidateQueries } from './directory/query.candidates.js';
import { CandidatesResolver } from './directory/resolver.candidates.js';
import { type Subjects as OfReferral, rules as referralRules } from './referral/authorize.js';
import { createReferralDecider } from './referral/decide.js';
import { createReferralCommands, type ReferralCommands } from './referral/handle.js';
import { referralProjection } from './referral/projection.referral.js';
import { timelineProjection } from './referral/projection.timeline.js';
import { createReferralQueries } from './referral/query.js';
import { ReferralMutations } from './referral/resolver.mutations.js';
import { ReferralResolver } from './referral/resolver.queries.js';
import { toReferral } from './referral/resolver.types.js';
import { createPermissionWorkflow } from './referral/workflow.permission.js';
import type { ReferralsTables } from './rows.js';

export type Subjects = OfReferral & AuthoritySubjects;
export const rules = { ...referralRules, ...authorityRules };

export interface ReferralsDeps {
  readonly store: EventStore;
  readonly readModel: ReadModel<ReferralsTables>;
  /** The installation's secret: ids of commands and events are derived under it. */
  readonly secret: string;
  readonly now: () => Date;
  /** For tests alone: rules that let everybody through. */
  readonly gaps?: Gaps<Subjects>;
}

export interface ReferralsService {
  readonly name: 'referrals';
  readonly subgraph: Subgraph;
  readonly projections: readonly Projection<ReferralsTables>[];
  readonly workflows: readonly Workflow[];
  readonly commands: ReferralCommands;
  readonly authority: AuthorityCommands;
  /** What silence leads to when its time has come; somebody has to keep it going. */
  readonly clock: Clock;
}

export function createReferralsService(deps: ReferralsDeps): ReferralsService {
  const { store, readModel, secret, now } = deps;
  const wall: Wall<Subjects> = createWall(rules, deps.gaps);
  const decider = createReferralDecider(wall);
  const handler = createCommandHandler({ store, category: 'referral', decider, secret });
  const candidates = createCandidateQueries({ readModel, wall });
  const queries = createReferralQueries({ readModel, wall });
  const commands = createReferralCommands({ store, handler, candidates, now });
  const authority = createAuthorityCommands({
    ...{ store, secret, wall, referrals: handler, areActors: candidates.areActors },
  });
  const codes = createAuthorityQueries({ readModel, wall });
  const timers = createTimers(readModel);

  return {
    name: 'referrals',
    subgraph: createSubgraph({
      name: 'referrals',
      resolvers: [
        ReferralResolver,
        ReferralMutations,
        AuthorityResolver,
        AuthorityCodeHints,
        CandidatesResolver,
      ],
      instances: new Map<unknown, unknown>([
        [ReferralResolver, new ReferralResolver(queries)],
        [ReferralMutations, new ReferralMutations(commands)],
        [AuthorityResolver, new AuthorityResolver(authority, codes)],
        [AuthorityCodeHints, new AuthorityCodeHints(codes)],
        [CandidatesResolver, new CandidatesResolver(candidates)],
      ]),
      references: {
        Referral: async ({ id }, { viewer }) => {
          const row = await queries.referral(viewer, id);
          return row ? toReferral(row) : null;
        },
      },
    }),
    projections: [candidatesProjection, referralProjection, timelineProjection, authorityProjection],
    workflows: [
      createPermissionWorkflow(commands.give),
      createTimersWorkflow({ timers, pathwayOf: commands.pathwayOf }),
    ],
    commands,
    authority,
    clock: createClock({ timers, give: commands.strike, now }),
  };
}
