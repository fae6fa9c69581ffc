// @ts-check
/** Compiles every package whose sources, or whose dependencies' sources, have changed; turbo remembers the rest. */
import { delimiter, dirname, join } from 'node:path';
import { notDone } from './cannot-prepare.mjs';
import { installEnvironment } from './install-dependencies.mjs';
import { runTool } from './run-tool.mjs';

/**
 * @param {string} root of the repository
 * @param {string} pnpmDirectory
 */
export async function build(root, pnpmDirectory) {
  // What has been built already takes half a second, and deserves no line.
  const notice = setTimeout(() => console.error('Building ...'), 1500);
  const { code, output } = await runTool(
    process.execPath,
    [join(root, 'node_modules/turbo/bin/turbo'), 'run', 'build', '--output-logs=errors-only'],
    { cwd: root, env: buildEnvironment(process.env, pnpmDirectory) },
  );
  clearTimeout(notice);
  if (code !== 0) throw notDone('building', output);
}

/**
 * turbo starts each build by the `pnpm` it finds on the path, and that by the `node` it finds there.
 * @param {NodeJS.ProcessEnv} env
 * @param {string} pnpmDirectory
 */
function buildEnvironment(env, pnpmDirectory) {
  const path = [pnpmDirectory, dirname(process.execPath), env.PATH].join(delimiter);
  return { ...installEnvironment(env), PATH: path };
}
