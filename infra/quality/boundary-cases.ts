/** One import for each rule that it must refuse, and imports that must stay allowed, in a tree made up for the purpose. */

export interface BoundaryCase {
  /** Undefined where nothing may object. */
  readonly rule?: string;
  readonly file: string;
  readonly imports: string;
  /** Imported for its type alone. */
  readonly typeOnly?: boolean;
}

const referral = 'services/referrals/src/referral';

/** A file of an aggregate, given by its role. */
const inAggregate = (rule: string, role: string, imports: string, typeOnly = false): BoundaryCase => ({
  rule: `${role}-${rule}`,
  file: `${referral}/${role}.ts`,
  imports,
  typeOnly,
});

const roleRefusals: readonly BoundaryCase[] = [
  inAggregate('calls', 'commands', './decide.js'),
  inAggregate('calls', 'events', './commands.js'),
  inAggregate('calls', 'evolve', './commands.js'),
  inAggregate('calls', 'authorize', './decide.js'),
  inAggregate('calls', 'decide', './query.inbox.js'),
  inAggregate('calls', 'handle', './query.inbox.js'),
  inAggregate('calls', 'projection', './decide.js'),
  inAggregate('calls', 'query', './handle.js'),
  inAggregate('calls', 'resolver', './decide.js'),
  inAggregate('calls', 'workflow', './query.inbox.js'),

  inAggregate('names', 'commands', './handle.js', true),
  inAggregate('names', 'events', './decide.js', true),
  inAggregate('names', 'evolve', './query.inbox.js', true),
  inAggregate('names', 'authorize', './handle.js', true),
  inAggregate('names', 'decide', './workflow.permission.js', true),
  inAggregate('names', 'handle', './resolver.types.js', true),
  inAggregate('names', 'projection', './query.inbox.js', true),
  inAggregate('names', 'query', './resolver.types.js', true),
  inAggregate('names', 'resolver', './projection.inbox.js', true),
  inAggregate('names', 'workflow', './resolver.types.js', true),

  inAggregate('packages', 'commands', 'packages/event-store/src/index.ts'),
  inAggregate('packages', 'events', 'packages/auth/src/index.ts'),
  inAggregate('packages', 'evolve', 'packages/event-store/src/index.ts'),
  inAggregate('packages', 'authorize', 'packages/read-model/src/index.ts'),
  inAggregate('packages', 'decide', 'packages/read-model/src/index.ts'),
  inAggregate('packages', 'handle', 'packages/read-model/src/index.ts'),
  inAggregate('packages', 'projection', 'packages/auth/src/index.ts'),
  inAggregate('packages', 'query', 'packages/subgraph/src/index.ts'),
  inAggregate('packages', 'resolver', 'packages/read-model/src/index.ts'),
  inAggregate('packages', 'workflow', 'packages/read-model/src/index.ts'),

  inAggregate('npm', 'commands', 'class-validator'),
  inAggregate('npm', 'events', 'kysely'),
  inAggregate('npm', 'evolve', 'kysely'),
  inAggregate('npm', 'authorize', 'graphql'),
  inAggregate('npm', 'decide', 'kysely'),
  inAggregate('npm', 'handle', 'kysely'),
  inAggregate('npm', 'projection', 'graphql'),
  inAggregate('npm', 'query', 'graphql'),
  inAggregate('npm', 'resolver', 'kysely'),
  inAggregate('npm', 'workflow', 'kysely'),

  inAggregate('node', 'commands', 'node:crypto'),
  inAggregate('node', 'events', 'node:crypto'),
  inAggregate('node', 'evolve', 'node:timers'),
  inAggregate('node', 'authorize', 'node:fs'),
  inAggregate('node', 'decide', 'node:fs'),
  inAggregate('node', 'handle', 'node:fs'),
  inAggregate('node', 'projection', 'node:fs'),
  inAggregate('node', 'query', 'node:fs'),
  inAggregate('node', 'resolver', 'node:http'),
  inAggregate('node', 'workflow', 'node:timers'),

  // Through a file that has no role, and so is bound by none of the above.
  ...['commands', 'events', 'evolve', 'authorize', 'decide'].map((role) => ({
    rule: `${role}-reaches`,
    file: `services/referrals/src/reaching/${role}.ts`,
    imports: './leads-to-rows.js',
  })),
];

const refusalsBetweenParts: readonly BoundaryCase[] = [
  { rule: 'services-apart', file: 'services/referrals/src/app.ts', imports: 'services/consent/src/index.ts' },
  {
    rule: 'packages-below-services',
    file: 'packages/auth/src/index.ts',
    imports: 'services/registry/src/index.ts',
  },
  {
    rule: 'services-below-infra',
    file: 'services/consent/src/app.ts',
    imports: 'infra/local/src/network.ts',
  },
  { rule: 'schema-below-all', file: 'schema/src/index.ts', imports: 'packages/auth/src/index.ts' },
  { rule: 'nothing-on-tests', file: 'infra/local/src/network.ts', imports: 'test/src/support.ts' },
  {
    rule: 'portal-through-schema',
    file: 'services/portal/src/app.ts',
    imports: 'packages/auth/src/index.ts',
  },
  { rule: 'bootstrap-alone', file: 'infra/bootstrap/tasks.mjs', imports: 'infra/quality/report.ts' },
  {
    rule: 'store-not-node',
    file: 'packages/event-store/src/index.ts',
    imports: 'packages/event-store-node/src/index.ts',
  },
  {
    rule: 'node-alone',
    file: 'packages/event-store-node/src/index.ts',
    imports: 'packages/event-store/src/index.ts',
  },
  { rule: 'one-client', file: 'services/consent/src/app.ts', imports: '@eventstore/db-client/index.js' },
  {
    rule: 'wire-shapes-for-the-node',
    file: 'packages/event-store/src/index.ts',
    imports: '@eventstore/db-client/generated/streams_pb.js',
  },
  { rule: 'one-database-driver', file: 'services/consent/src/app.ts', imports: 'pg' },
  { rule: 'one-engine', file: 'services/consent/src/app.ts', imports: 'libsql' },
  {
    rule: 'demonstration-by-commands',
    file: 'infra/local/src/demonstration/load.ts',
    imports: 'packages/read-model/src/index.ts',
  },
  { rule: 'no-circles', file: 'packages/auth/src/begins-a-circle.ts', imports: './comes-back.js' },
  { rule: 'resolvable', file: 'packages/auth/src/viewer.ts', imports: 'nowhere-to-be-found' },
  { rule: 'product-without-tests', file: 'packages/auth/src/viewer.ts', imports: './viewer.spec.js' },
  { rule: 'shipped-dependencies', file: 'packages/auth/src/viewer.ts', imports: 'only-for-development' },
];

const offer = 'services/referrals/src/offer';

export const allowances: readonly BoundaryCase[] = [
  { file: `${offer}/commands.ts`, imports: 'packages/vocabulary/src/index.ts' },
  { file: `${offer}/events.ts`, imports: 'schema/src/index.ts' },
  { file: `${offer}/evolve.ts`, imports: './events.js' },
  { file: `${offer}/evolve.ts`, imports: './commands.js', typeOnly: true },
  { file: `${offer}/decide.offers.ts`, imports: './decide.rules.js' },
  { file: `${offer}/decide.ts`, imports: 'node:crypto' },
  { file: `${offer}/decide.spec.ts`, imports: 'packages/read-model/src/index.ts' },
  { file: `${offer}/projection.inbox.ts`, imports: '../rows.js' },
  { file: `${offer}/query.inbox.ts`, imports: './authorize.js' },
  { file: `${offer}/resolver.mutations.ts`, imports: './handle.js' },
  { file: `${offer}/workflow.permission.ts`, imports: './handle.js' },
  { file: 'services/referrals/src/main.ts', imports: '@eventstore/db-client/index.js' },
  { file: 'services/gateway/src/query.ts', imports: 'graphql' },
  { file: 'packages/event-store/src/index.ts', imports: '@eventstore/db-client/index.js' },
  {
    file: 'packages/event-store-node/src/index.ts',
    imports: '@eventstore/db-client/generated/streams_pb.js',
  },
  { file: 'packages/event-store/src/store.spec.ts', imports: 'packages/event-store-node/src/index.ts' },
  { file: 'infra/local/src/stores.ts', imports: '@eventstore/db-client/index.js' },
  { file: 'infra/local/src/network.ts', imports: 'services/consent/src/index.ts' },
  { file: 'test/src/isolation.spec.ts', imports: 'services/consent/src/index.ts' },
];

export const refusals: readonly BoundaryCase[] = [...roleRefusals, ...refusalsBetweenParts];
