// @ts-check
/** Installs what the lockfile says, exactly, and only when that has changed since it was last done. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { notFetched } from './cannot-prepare.mjs';
import { runTool } from './run-tool.mjs';

/**
 * @param {string} root of the repository
 * @param {string} pnpmDirectory
 */
export async function installDependencies(root, pnpmDirectory) {
  const stamp = join(root, 'node_modules/.installed');
  const wanted = installStamp(root);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.error('Installing dependencies (the first time takes a minute or two) ...');
  const { code, output } = await runTool(
    join(pnpmDirectory, 'pnpm'),
    ['install', '--frozen-lockfile', '--reporter=append-only'],
    { cwd: root, env: installEnvironment(process.env) },
  );
  if (code !== 0) throw notFetched('installing dependencies', output);
  writeFileSync(stamp, wanted);
}

/**
 * Changes with everything that an installation depends on.
 * @param {string} root of the repository
 */
export function installStamp(root) {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}`);
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json']) {
    hash.update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}

/**
 * CI keeps pnpm from asking questions. NODE_ENV=production would leave out the compiler. pnpm reads settings under
 * its own prefix, so a registry given to npm on the command line is handed on.
 * @param {NodeJS.ProcessEnv} env
 */
export function installEnvironment(env) {
  const { NODE_ENV: _, ...rest } = env;
  const registry = env.pnpm_config_registry ?? env.npm_config_registry;
  return {
    pnpm_config_fetch_retries: '2',
    pnpm_config_fetch_retry_mintimeout: '500',
    pnpm_config_fetch_retry_factor: '3',
    ...rest,
    ...(registry ? { pnpm_config_registry: registry } : {}),
    CI: 'true',
  };
}
