// @ts-check
/**
 * `npm test`: every check in turn, whatever the earlier ones said, and one count at the end. Words after `--` go to
 * jest and narrow the tests to what they name.
 */
import { join } from 'node:path';
import { build } from '../bootstrap/build.mjs';
import { CannotPrepare } from '../bootstrap/cannot-prepare.mjs';
import { pnpmDirectory } from '../bootstrap/fetch-pnpm.mjs';
import { runTool } from '../bootstrap/run-tool.mjs';
import { checks, root } from './checks.mjs';
import { jest } from './jest-run.mjs';
import { report, timed } from './report.mjs';

const results = [await timed('build', builds)];
results.push(...(await twoAtATime(checks, check)));
results.push(await timed('tests', () => jest(process.argv.slice(2))));
process.exitCode = report(results);

/** @param {typeof checks[number]} check */
function check({ name, tool, args }) {
  return timed(name, async () => {
    const { code, output } = await runTool(process.execPath, [join(root, tool), ...args], { cwd: root });
    if (output.trim()) console.log(`\n-- ${name}\n${output.trimEnd()}`);
    return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  });
}

/**
 * Each takes one processor and there are two at least.
 * @template Item, Result
 * @param {readonly Item[]} items
 * @param {(item: Item) => Promise<Result>} work
 * @returns {Promise<Result[]>} in the order of the items
 */
async function twoAtATime(items, work) {
  /** @type {Result[]} */
  const done = [];
  const left = [...items.entries()];
  const one = async () => {
    for (let next = left.shift(); next; next = left.shift()) done[next[0]] = await work(next[1]);
  };
  await Promise.all([one(), one()]);
  return done;
}

async function builds() {
  try {
    await build(root, pnpmDirectory(root));
    return { passed: 1, failed: 0 };
  } catch (error) {
    if (!(error instanceof CannotPrepare)) throw error;
    console.error(error.message);
    return { passed: 0, failed: 1 };
  }
}
