// @ts-check
/** Runs jest once and counts what it found. */
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runTool } from '../bootstrap/run-tool.mjs';
import { root } from './checks.mjs';
import { roomForSpecs } from './room-for-specs.mjs';

// Beyond this something hangs; a run in CI has to end by itself, proofs in full may take their time.
const limitMs = { test: 30 * 60_000, prove: 180 * 60_000 };

// The threads of the specs inherit these words, the processes that specs start do not.
const loading = [
  '--no-warnings',
  // Specs make much that is gone a moment later: a large nursery is cleared less often, and by the thread that fills
  // it, for the other processor has work of its own. A tenth of the time.
  '--single-threaded-gc',
  '--min-semi-space-size=64',
  '--max-semi-space-size=64',
  // What one spec has compiled the next one calls again: thrown away in between, it is compiled once more.
  '--no-flush-bytecode',
  // Sources of other workspace packages instead of what was built of them.
  '--conditions=development',
  `--import=${new URL('./spec-loading.mjs', import.meta.url).href}`,
];

/**
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env] on top of this process's own
 * @returns {Promise<import('./report.mjs').Count>}
 */
export async function jest(args, env = {}) {
  const directory = mkdtempSync(join(roomForSpecs(), 'stezhka-jest-'));
  // Databases that specs start run under an account of their own, which has to pass through.
  chmodSync(directory, 0o711);
  const outcome = join(directory, 'outcome.json');
  try {
    const program = join(root, 'node_modules/jest/bin/jest.js');
    const options = [
      '-c',
      'infra/quality/jest.config.mjs',
      // No more than the least number of cores: many suites start processes and browsers of their own besides.
      '--maxWorkers=2',
      '--json',
      `--outputFile=${outcome}`,
    ];
    // To find every line in its source takes a tenth of the time: done where one looks for a fault, by naming specs.
    const narrowed = args.some((word) => !word.startsWith('-'));
    const words = [...(narrowed ? ['--enable-source-maps'] : []), ...loading, program, ...options, ...args];
    await runTool(process.execPath, words, {
      cwd: root,
      // Whatever specs leave behind, however they end, goes with it.
      env: { ...process.env, TMPDIR: directory, ...env },
      show: true,
      timeoutMs: env.STEZHKA_PROVE === '1' ? limitMs.prove : limitMs.test,
    });
    return countOf(JSON.parse(readFileSync(outcome, 'utf8')));
  } catch (error) {
    console.error(`jest gave no results: ${error instanceof Error ? error.message : error}`);
    return { passed: 0, failed: 1 };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/**
 * A suite that could not even be read counts as one failure, and so does a test that was skipped.
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number,
 *   numRuntimeErrorTestSuites: number }} outcome
 */
export function countOf(outcome) {
  if (outcome.numPendingTests > 0)
    console.error(`${outcome.numPendingTests} tests were skipped; none may be.`);
  return {
    passed: outcome.numPassedTests,
    failed: outcome.numFailedTests + outcome.numPendingTests + outcome.numRuntimeErrorTestSuites,
  };
}
