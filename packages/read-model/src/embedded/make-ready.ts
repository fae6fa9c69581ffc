/** Part of the build: makes the data directory that first starts unpack. Without one the network works as well. */
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { currentAccount } from './account.js';
import { locateBinaries } from './binaries.js';
import { make, prepareParent } from './data-directory.js';
import { readyMade } from './ready-made.js';
import { run } from './run.js';

const account = currentAccount();
// Two builds may be at it, and half an archive must never be taken for a whole one.
const part = `${readyMade}.${process.pid}`;
let dir: string | undefined;
try {
  dir = await mkdtemp(join(tmpdir(), 'stezhka-ready-'));
  await prepareParent(dir, account);
  const fresh = await make(dir, { binaries: await locateBinaries(dir, account), account });
  // By whoever builds: the server's account may not write where the sources are.
  const packed = await run('tar', ['-cf', part, '.'], { cwd: fresh, account: { client: account.client } });
  if (packed.code !== 0) throw new Error(packed.complaint);
  await rename(part, readyMade);
} catch (error) {
  for (const path of [part, readyMade]) await rm(path, { force: true });
  process.stderr.write(`First starts will make their database themselves: ${(error as Error).message}\n`);
} finally {
  if (dir) await rm(dir, { recursive: true, force: true });
}
