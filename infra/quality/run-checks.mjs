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
for (const { name, tool, args } of checks) {
  results.push(
    await timed(name, async () => {
      const { code } = await runTool(process.execPath, [join(root, tool), ...args], {
        cwd: root,
        show: true,
      });
      return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
    }),
  );
}
results.push(await timed('tests', () => jest(process.argv.slice(2))));
process.exitCode = report(results);

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
