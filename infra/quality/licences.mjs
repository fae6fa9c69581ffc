// @ts-check
/**
 * A public good may be run, changed and passed on by anybody, so every package that ships is under a licence which
 * the Open Source Initiative approves. Reads what is installed; asks no network.
 */
import { join } from 'node:path';
import { pnpmDirectory } from '../bootstrap/fetch-pnpm.mjs';
import { runTool } from '../bootstrap/run-tool.mjs';
import { root } from './checks.mjs';
import { isApproved } from './licence-terms.mjs';

// All that ships hangs below the programs, or is bundled into the portal; the test workspace does not ship.
const shipped = ['--filter', '@stezhka/programs...', '--filter', '@stezhka/portal', '--prod'];
// Listed because Lingui's runtime lists its compiler. It is data about browsers (CC-BY-4.0), read while building.
const notBundled = ['caniuse-lite'];
const { code, output } = await runTool(
  join(pnpmDirectory(root), 'pnpm'),
  [...shipped, 'licenses', 'list', '--json'],
  { cwd: root },
);
if (code !== 0) {
  console.error(output);
  process.exit(1);
}
/** @type {Record<string, { name: string, versions: string[] }[]>} */
const byLicence = JSON.parse(output);
const refused = Object.entries(byLicence)
  .filter(([terms]) => !isApproved(terms))
  .map(
    ([terms, packages]) =>
      /** @type {const} */ ([terms, packages.filter(({ name }) => !notBundled.includes(name))]),
  )
  .filter(([, packages]) => packages.length > 0);
for (const [terms, packages] of refused) {
  for (const { name, versions } of packages) console.error(`${name} ${versions.join(', ')}: ${terms}`);
}
const count = Object.values(byLicence).flat().length;
console.log(
  `${count} packages read; not open source: ${refused.flatMap(([, packages]) => packages).length}.`,
);
process.exitCode = refused.length === 0 && count > 0 ? 0 : 1;
