/** Insights, composed: what it hears, how it is counted, how it is spoken. It decides nothing and writes no event. */
import { createWall, type Gaps, type Wall } from '@stezhka/auth';
import type { Workflow } from '@stezhka/event-store';
import type { Projection, ReadModel } from '@stezhka/read-model';
import { createSubgraph, type Subgraph } from '@stezhka/subgraph';
import { type InsightsSubjects, rules } from './authorize.js';
import { coverageProjection } from './network/projection.coverage.js';
import { createCoverageQueries } from './network/query.coverage.js';
import {
  CoverageCellResolver,
  CoverageReferralsResolver,
  CoverageResolver,
} from './network/resolver.coverage.js';
import { referralsProjection } from './referral/projection.referrals.js';
import { createMonthQueries } from './referral/query.month.js';
import { createSilenceQueries } from './referral/query.silence.js';
import { MonthResolver } from './referral/resolver.month.js';
import { SilenceResolver } from './referral/resolver.silence.js';
import type { InsightsTables } from './rows.js';

export interface InsightsDeps {
  readonly readModel: ReadModel<InsightsTables>;
  /** For tests alone: rules that let everybody through. */
  readonly gaps?: Gaps<InsightsSubjects>;
}

export interface InsightsService {
  readonly name: 'insights';
  readonly subgraph: Subgraph;
  readonly projections: readonly Projection<InsightsTables>[];
  readonly workflows: readonly Workflow[];
}

export function createInsightsService({ readModel, gaps }: InsightsDeps): InsightsService {
  const wall: Wall<InsightsSubjects> = createWall(rules, gaps);
  const deps = { readModel, wall };
  const months = createMonthQueries(deps);
  return {
    name: 'insights',
    subgraph: createSubgraph({
      name: 'insights',
      resolvers: [
        CoverageResolver,
        CoverageCellResolver,
        CoverageReferralsResolver,
        MonthResolver,
        SilenceResolver,
      ],
      instances: new Map<unknown, unknown>([
        [CoverageResolver, new CoverageResolver(createCoverageQueries({ ...deps, months }))],
        [CoverageCellResolver, new CoverageCellResolver()],
        [CoverageReferralsResolver, new CoverageReferralsResolver()],
        [MonthResolver, new MonthResolver(months)],
        [SilenceResolver, new SilenceResolver(createSilenceQueries(deps))],
      ]),
      references: {},
    }),
    projections: [coverageProjection, referralsProjection],
    workflows: [],
  };
}
