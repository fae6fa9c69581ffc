// @ts-check
/** Rules for dependency-cruiser, made of the table in role-imports.mjs. */
import { pure, roleImports, words } from './role-imports.mjs';

const everyRole = Object.keys(roleImports);

// The gateway and identity have no aggregates; in them such a name means something else.
const services = '^services/(?!gateway/|identity/|portal/)[^/]+/src';
const specOrHarness = '[.]spec[.]ts$|/testing/';

/** @param {string[]} roles */
const filesOf = (roles) => `${services}.*/(${roles.join('|') || 'none'})[.].*ts$`;

/** @param {string[]} names */
const workspace = (names) =>
  `^(packages/(${names.join('|') || 'none'})|${names.includes('schema') ? 'schema' : 'none'})/`;

/** @param {string[]} names */
const fromNpm = (names) => `(^|/)node_modules/(${names.join('|') || 'none'})/`;

/**
 * @param {string} role
 * @param {import('./role-imports.mjs').RoleImports} may
 */
function rulesOf(role, may) {
  const from = { path: filesOf([role]), pathNot: specOrHarness };
  const called = [role, ...may.roles];
  const named = [...called, ...words, ...(may.types ?? [])];
  /** @param {string} what @param {object} to */
  const rule = (what, to) => ({ name: `${role}-${what}`, severity: 'error', comment, from, to });
  const comment = `What \`${role}\` files may import stands in infra/quality/role-imports.mjs.`;
  const rules = [
    rule('calls', { path: filesOf(everyRole), pathNot: filesOf(called), dependencyTypesNot: ['type-only'] }),
    rule('names', { path: filesOf(everyRole), pathNot: filesOf(named), dependencyTypes: ['type-only'] }),
    rule('packages', { path: '^(packages|schema)/', pathNot: workspace(may.packages) }),
    rule('npm', { path: 'node_modules/', pathNot: fromNpm(may.npm ?? []) }),
    rule('node', {
      dependencyTypes: ['core'],
      pathNot: `^(node:)?(${(may.node ?? []).join('|') || 'none'})$`,
    }),
  ];
  if (!pure.includes(role)) return rules;
  const impure = everyRole.filter((other) => !pure.includes(other));
  const composition = `${services}.*/(rows|migrations|app|main|environment)[.]ts$`;
  return [...rules, rule('reaches', { path: `${filesOf(impure)}|${composition}`, reachable: true })];
}

export const roleRules = Object.entries(roleImports).flatMap(([role, may]) => rulesOf(role, may));
