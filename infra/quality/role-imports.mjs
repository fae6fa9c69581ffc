// @ts-check
/**
 * What each file of an aggregate may import, by the role it is named after. The table of the architecture, once;
 * `role-rules.mjs` makes rules of it. Words are free: any role may name the *types* of commands, events and state,
 * for they are the language of the aggregate; `types` lists what else may be named though not called.
 */

/**
 * @typedef {object} RoleImports
 * @property {string[]} roles in the same service, besides its own
 * @property {string[]} [types] roles whose types alone may be imported
 * @property {string[]} packages of this workspace, `schema` among them
 * @property {string[]} [npm]
 * @property {string[]} [node] built-in modules
 */

/** @type {Record<string, RoleImports>} */
export const roleImports = {
  commands: { roles: [], packages: ['vocabulary'] },
  events: { roles: [], packages: ['schema', 'vocabulary'] },
  evolve: { roles: ['events'], packages: ['schema', 'vocabulary'] },
  authorize: { roles: [], packages: ['auth', 'vocabulary'] },
  decide: {
    roles: ['authorize', 'commands', 'events', 'evolve'],
    // A Viewer and a decision's context are types; a wall is asked, never built.
    packages: ['auth', 'event-store', 'vocabulary'],
    // Hashes that give a derived id, and structural equality: both pure.
    node: ['crypto', 'util'],
  },
  handle: {
    roles: ['authorize', 'commands', 'decide', 'events', 'evolve'],
    // Questions to be asked before deciding, and the acts a workflow orders.
    types: ['query', 'workflow'],
    packages: ['auth', 'event-store', 'schema', 'telemetry', 'vocabulary'],
  },
  projection: {
    roles: ['events'],
    packages: ['event-store', 'read-model', 'schema', 'vocabulary'],
    npm: ['kysely'],
    // Structural equality alone.
    node: ['util'],
  },
  query: {
    // What is possible now is asked of the same rules that decide, so that the two cannot differ.
    roles: ['authorize', 'decide', 'evolve'],
    types: ['handle'],
    packages: ['auth', 'event-store', 'read-model', 'vocabulary'],
    npm: ['kysely'],
  },
  resolver: {
    roles: ['commands', 'events', 'handle', 'query'],
    types: ['decide'],
    packages: ['auth', 'subgraph', 'vocabulary'],
    npm: ['class-validator', 'graphql', 'graphql-scalars', 'type-graphql'],
  },
  workflow: {
    roles: ['commands', 'events', 'evolve', 'handle'],
    packages: ['event-store', 'schema', 'vocabulary'],
  },
};

/** Roles whose types are anybody's words. */
export const words = ['commands', 'events', 'evolve'];

/** Roles that touch nothing: what they import, however far, must not lead to rows, to a process or to a socket. */
export const pure = ['commands', 'events', 'evolve', 'authorize', 'decide'];
