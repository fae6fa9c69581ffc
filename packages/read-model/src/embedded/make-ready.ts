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
const dir = await mkdtemp(join(tmpdir(), 'stezhka-ready-'));
try {
  await prepareParent(dir, account);
  const binaries = await locateBinaries(dir, account);
  const fresh = await make(dir, { binaries, account });
  // By whoever builds: the server's account may not write where the sources are.
  const packed = await run('tar', ['-cf', `${readyMade}.part`, '.'], {
    cwd: fresh,
    account: { client: account.client },
  });
  if (packed.code !== 0) throw new Error(packed.complaint);
  await rename(`${readyMade}.part`, readyMade);
} catch (error) {
  await rm(readyMade, { force: true });
  process.stderr.write(`First starts will make their database themselves: ${(error as Error).message}\n`);
} finally {
  await rm(dir, { recursive: true, force: true });
}
