// @ts-check
/**
 * pnpm comes through npm, in the one version package.json names: whoever clones needs Node and npm alone, and what
 * else is on the machine plays no part.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { notFetched } from './cannot-prepare.mjs';
import { runTool } from './run-tool.mjs';

/**
 * @param {string} root of the repository
 * @returns {string} as `packageManager` in package.json has it, the hash left out
 */
export function pinnedPnpm(root) {
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return /^pnpm@([^+]+)/.exec(packageManager)?.[1] ?? 'latest';
}

/**
 * @param {string} root of the repository
 * @returns {string} the directory in which `pnpm` lies, once fetched
 */
export const pnpmDirectory = (root) => join(root, 'infra/bootstrap/.pnpm/node_modules/.bin');

/**
 * @param {string} root of the repository
 * @returns {Promise<string>} the directory in which `pnpm` lies
 */
export async function fetchPnpm(root) {
  const version = pinnedPnpm(root);
  const place = join(root, 'infra/bootstrap/.pnpm');
  const modules = join(place, 'node_modules');
  const bin = pnpmDirectory(root);
  // Written last: what an interrupted fetch left behind is not mistaken for pnpm.
  const done = join(modules, '.fetched');
  if (existsSync(done) && readFileSync(done, 'utf8') === version) return bin;

  console.error(`Fetching pnpm ${version} ...`);
  rmSync(place, { recursive: true, force: true });
  mkdirSync(place, { recursive: true });
  const fetched = await npm([
    ...['install', '--prefix', place, '--no-save', '--no-package-lock', '--no-audit', '--no-fund'],
    ...['--ignore-scripts', '--include=optional', '--global=false', '--workspaces=false'],
    ...['--fetch-retries=2', '--fetch-retry-mintimeout=500', '--fetch-retry-factor=3'],
    `pnpm@${version}`,
  ]);
  if (fetched.code !== 0) throw notFetched('fetching pnpm', fetched.output);
  // Its install script puts the native program in place; npm may be set to run none, so it is run here.
  const placed = await runTool(process.execPath, ['install.js'], {
    cwd: join(modules, 'pnpm'),
    env: { ...process.env, npm_lifecycle_event: '' },
  });
  if (placed.code !== 0) throw notFetched('fetching pnpm', placed.output);
  writeFileSync(done, version);
  return bin;
}

/**
 * The npm that runs us, else the one on the path.
 * @param {string[]} args
 */
function npm(args) {
  const running = process.env.npm_execpath;
  if (running && /npm-cli\.c?js$/.test(running)) return runTool(process.execPath, [running, ...args]);
  return runTool('npm', args);
}
