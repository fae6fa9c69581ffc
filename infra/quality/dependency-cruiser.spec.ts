/** Every boundary bites: a tree is made in which each rule is broken once, and read by the real tool. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, posix } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { allowances, type BoundaryCase, refusals } from './boundary-cases.js';
import rules from './dependency-cruiser.mjs';

const root = new URL('../..', import.meta.url).pathname;
const npmPackages = ['@eventstore/db-client', 'class-validator', 'graphql', 'kysely', 'libsql', 'pg'];

/** What the cases import, by name or by way. */
const furniture: Record<string, string> = {
  'services/referrals/src/rows.ts': 'export const rows = 1;',
  'services/referrals/src/reaching/leads-to-rows.ts': "export { rows } from '../rows.js';",
  'packages/auth/src/comes-back.ts': "export { it } from './begins-a-circle.js';",
  'packages/auth/package.json': '{ "devDependencies": { "only-for-development": "1" } }',
  'node_modules/@eventstore/db-client/generated/streams_pb.js': 'export const it = 1;',
};

interface Violation {
  readonly from: string;
  readonly to: string;
  readonly rule: { readonly name: string };
}

let tree: string;
let violations: readonly Violation[];

beforeAll(() => {
  tree = mkdtempSync(join(tmpdir(), 'stezhka-boundaries-'));
  writeTree();
  violations = cruise();
});

afterAll(() => rmSync(tree, { recursive: true, force: true }));

describe('a boundary', () => {
  it.each(refusals)('$rule refuses $file importing $imports', ({ rule, file }) => {
    expect(violations.filter(({ from }) => from === file).map((violation) => violation.rule.name)).toContain(
      rule,
    );
  });

  it.each(allowances)('allows $file to import $imports', (allowance) => {
    const target = targetOf(allowance);
    const objections = violations.filter(({ from, to }) => from === allowance.file && to.includes(target));
    expect(objections.map(({ rule }) => rule.name)).toEqual([]);
  });

  it('is left without a case by no rule', () => {
    const named = rules.forbidden.map(({ name }) => name).sort();
    expect([...new Set(refusals.map(({ rule }) => rule))].sort()).toEqual(named);
  });
});

function writeTree(): void {
  const files = new Map(Object.entries(furniture));
  for (const one of [...refusals, ...allowances]) {
    const target = targetOf(one);
    if (/\.ts$/.test(target) && !files.has(target)) files.set(target, 'export const it = 1;');
    const line = `${one.typeOnly ? 'import type' : 'import'} { it as it${files.size} } from '${specifier(one)}';`;
    files.set(one.file, `${line}\n${files.get(one.file) ?? 'export const it = 1;'}`);
  }
  for (const name of [...npmPackages, 'only-for-development']) {
    files.set(`node_modules/${name}/index.js`, 'export const it = 1;');
    files.set(
      `node_modules/${name}/package.json`,
      `{ "name": "${name}", "version": "1.0.0", "main": "index.js" }`,
    );
  }
  for (const [path, text] of files) {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), text);
  }
}

/** The file that an import leads to, where it is one of ours; else its name. */
function targetOf({ file, imports }: BoundaryCase): string {
  if (!imports.startsWith('.')) return imports.replace('node:', '');
  return posix.join(posix.dirname(file), imports.replace(/\.js$/, '.ts'));
}

function specifier(one: BoundaryCase): string {
  if (!/^(packages|services|schema|infra|test)\//.test(one.imports)) return one.imports;
  return posix
    .relative(posix.dirname(one.file), one.imports)
    .replace(/^(?!\.)/, './')
    .replace(/\.ts$/, '.js');
}

function cruise(): readonly Violation[] {
  const tool = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const config = join(root, 'infra/quality/dependency-cruiser.mjs');
  const args = [
    tool,
    '--config',
    config,
    '--output-type',
    'json',
    'packages',
    'services',
    'schema',
    'infra',
    'test',
  ];
  // NODE_OPTIONS of the test run are not for the tool.
  const printed = execFileSync(process.execPath, args, {
    cwd: tree,
    encoding: 'utf8',
    maxBuffer: 64 << 20,
    env: {},
  });
  return JSON.parse(printed).summary.violations;
}
