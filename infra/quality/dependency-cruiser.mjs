// @ts-check
/** Who may import whom: between packages here, within a service in role-imports.mjs. */
import { roleRules } from './role-rules.mjs';

// Specs and test harnesses may take what they need to prove something.
const tests = '[.]spec[.]ts$|^test/|/testing/|/toys/|/contract/|/fixtures/';

const npm = '(^|/)node_modules/';
const wireShapes = `${npm}@eventstore/db-client/generated/`;

/** @param {string} name @param {string} comment @param {object} from @param {object} to */
const forbid = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to });

const betweenParts = [
  forbid(
    'services-apart',
    'Services meet in published events and in the supergraph, never in code.',
    { path: '^services/([^/]+)/', pathNot: tests },
    { path: '^services/', pathNot: '^services/$1/' },
  ),
  forbid(
    'packages-below-services',
    'Packages know nothing of who uses them.',
    { path: '^packages/' },
    { path: '^(services|infra|test)/' },
  ),
  forbid(
    'services-below-infra',
    'Services do not know how they are started.',
    { path: '^services/' },
    { path: '^(infra|test)/' },
  ),
  forbid(
    'schema-below-all',
    'What is published depends on nobody.',
    { path: '^schema/' },
    { path: '^(packages|services|infra|test)/' },
  ),
  forbid(
    'nothing-on-tests',
    'Tests are the end of the line.',
    { path: '^(packages|services|schema|infra)/' },
    { path: '^test/' },
  ),
  forbid(
    'portal-through-schema',
    'The portal speaks GraphQL; it shares only the published schema and the words of the field.',
    { path: '^services/portal/' },
    { path: '^(packages|services)/', pathNot: '^services/portal/|^packages/vocabulary/' },
  ),
];

const bootstrap = [
  forbid(
    'bootstrap-alone',
    'It runs before anything is installed, so there is nothing it could import.',
    { path: '^infra/bootstrap/', pathNot: tests },
    { path: 'node_modules/|^(packages|services|schema|infra)/', pathNot: '^infra/bootstrap/' },
  ),
];

const stores = [
  forbid(
    'store-not-node',
    'The client side works against any server.',
    { path: '^packages/event-store/', pathNot: tests },
    { path: '^packages/event-store-node/' },
  ),
  forbid(
    'node-alone',
    'The embedded node is a server like any other: it knows none of our packages.',
    { path: '^packages/event-store-node/', pathNot: tests },
    { path: '^(packages|schema)/', pathNot: '^packages/event-store-node/' },
  ),
  forbid(
    'one-client',
    'Only packages/event-store speaks to the client; a composition root makes the one client of its process.',
    {
      path: '^(packages|services|infra)/',
      pathNot: `${tests}|^packages/event-store/src/|^infra/local/src/stores[.]ts$|/src/main[.]ts$`,
    },
    { path: `${npm}@eventstore/db-client/`, pathNot: wireShapes },
  ),
  forbid(
    'wire-shapes-for-the-node',
    "The client's generated messages are the protocol, which only the node has to speak by hand.",
    { path: '^(packages|services|infra)/', pathNot: `${tests}|^packages/event-store-node/` },
    { path: wireShapes },
  ),
  forbid(
    'one-database-driver',
    'Connections exist only behind the sessions of read-model.',
    { path: '^(packages|services|infra)/', pathNot: `${tests}|^packages/read-model/` },
    { path: `${npm}pg/` },
  ),
  forbid(
    'one-engine',
    'The files of the event store belong to its node.',
    { path: '^(packages|services|infra)/', pathNot: `${tests}|^packages/event-store-node/` },
    { path: `${npm}libsql/` },
  ),
  forbid(
    'demonstration-by-commands',
    'What is loaded or played goes through services, as everybody else does; only ids may be derived alike.',
    { path: '^infra/local/src/(demonstration|journey)/', pathNot: tests },
    { path: `^packages/(event-store-node|read-model)/|${npm}(kysely|pg|libsql|@eventstore)/` },
  ),
];

const everywhere = [
  forbid(
    'no-circles',
    'Two files that need each other are one file. Types alone may meet.',
    {},
    { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  ),
  forbid('resolvable', 'An import that leads nowhere.', {}, { couldNotResolve: true, pathNot: '^virtual:' }),
  forbid(
    'product-without-tests',
    'What ships does not import what proves it.',
    { path: '^(packages|services|schema|infra)/', pathNot: tests },
    { path: tests },
  ),
  forbid(
    'shipped-dependencies',
    'What ships imports what is installed where it runs.',
    // What makes the portal's files stays where they are made.
    {
      path: '^(packages|services|schema|infra/local)/',
      pathNot: `${tests}|^services/[^/]+/decisions/|^services/portal/build/`,
    },
    { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: '/@types/' },
  ),
];

export default {
  forbidden: [...betweenParts, ...bootstrap, ...stores, ...everywhere, ...roleRules],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|node_modules/[.]cache)/' },
    // What is imported for its type is a dependency as well.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['development', 'import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.d.ts'],
    },
  },
};
