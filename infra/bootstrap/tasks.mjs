// @ts-check
/** The tasks of package.json: get everything ready, then become the program that does the task. */
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from './build.mjs';
import { CannotPrepare } from './cannot-prepare.mjs';
import { fetchPnpm } from './fetch-pnpm.mjs';
import { installDependencies } from './install-dependencies.mjs';
import { silence } from './silence.mjs';

/** @type {Record<string, string>} */
const programs = {
  start: 'infra/local/dist/main.js',
  journey: 'infra/local/dist/journey/main.js',
  generate: 'infra/local/dist/generate/main.js',
  test: 'infra/quality/run-checks.mjs',
  prove: 'infra/quality/prove.mjs',
};

/**
 * @param {string | undefined} task
 * @param {string[]} args for the program of the task
 */
export async function runTask(task, args) {
  const program = programs[task ?? ''];
  if (!program) {
    console.error(`No such task. There are: ${Object.keys(programs).join(', ')}.`);
    process.exitCode = 1;
    return;
  }
  const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
  try {
    process.chdir(root);
    silence(process.env);
    const pnpm = await fetchPnpm(root);
    await installDependencies(root, pnpm);
    await build(root, pnpm);
  } catch (error) {
    if (!(error instanceof CannotPrepare)) throw error;
    console.error(`\n${error.message}`);
    process.exitCode = 1;
    return;
  }
  await become(join(root, program), args);
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
