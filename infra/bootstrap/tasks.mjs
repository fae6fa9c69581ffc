// @ts-check
/** The tasks of package.json: get everything ready, then become the program that does the task, if there is more to it. */
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from './build.mjs';
import { CannotPrepare } from './cannot-prepare.mjs';
import { fetchPnpm } from './fetch-pnpm.mjs';
import { installDependencies } from './install-dependencies.mjs';
import { silence } from './silence.mjs';

/** @type {Record<string, { program?: string, args?: string[], buildsItself?: boolean }>} */
const tasks = {
  start: { program: 'infra/programs/dist/network.js' },
  'network:split': { program: 'infra/local/dist/split/main.js' },
  enter: { program: 'infra/programs/dist/enter-network.js' },
  journey: { program: 'infra/local/dist/journey/main.js' },
  build: {},
  generate: { program: 'infra/local/dist/generate/main.js' },
  // A build that fails is one of its findings, beside the others.
  test: { program: 'infra/quality/run-checks.mjs', buildsItself: true },
  prove: { program: 'infra/quality/prove.mjs' },
  bench: { program: 'infra/quality/run-sources.mjs', args: ['test/src/bench/main.ts'] },
  pictures: { program: 'infra/quality/run-sources.mjs', args: ['test/src/portal/pictures/main.ts'] },
};

/**
 * @param {string | undefined} name
 * @param {string[]} args for the program of the task
 */
export async function runTask(name, args) {
  const task = tasks[name ?? ''];
  if (!task) {
    console.error(`No such task. There are: ${Object.keys(tasks).join(', ')}.`);
    process.exitCode = 1;
    return;
  }
  const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
  try {
    process.chdir(root);
    silence(process.env);
    const pnpm = await fetchPnpm(root);
    await installDependencies(root, pnpm);
    if (!task.buildsItself) await build(root, pnpm);
  } catch (error) {
    if (!(error instanceof CannotPrepare)) throw error;
    console.error(`\n${error.message}`);
    process.exitCode = 1;
    return;
  }
  if (task.program) await become(join(root, task.program), [...(task.args ?? []), ...args]);
}

/**
 * The program runs in this very process. A second one would need every signal passed on to it, would outlive this
 * one when it is killed, and would cost its memory twice.
 * @param {string} program
 * @param {string[]} args
 */
async function become(program, args) {
  process.argv = [process.execPath, program, ...args];
  await import(pathToFileURL(program).href);
}
