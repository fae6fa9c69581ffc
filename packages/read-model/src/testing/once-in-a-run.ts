/**
 * What many specs begin with and none changes is made once in a run, by whichever comes first, and copied from there.
 * It lies in the run's own temporary directory and goes with it.
 */
import { execFile } from 'node:child_process';
import { access, mkdir, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';

/** Makes `name` by `make`, unless that has been done, and copies all of it into `directory`. */
export async function copyOnceMade(
  name: string,
  make: (directory: string) => Promise<void>,
  directory: string,
): Promise<void> {
  const made = join(tmpdir(), `stezhka-once-${process.pid}-${name}`);
  await makeOnce(made, make);
  await mkdir(directory, { recursive: true });
  // Owners and modes with it: some of the files belong to the database's own account.
  await promisify(execFile)('cp', ['-a', `${made}/.`, directory]);
}

async function makeOnce(made: string, make: (directory: string) => Promise<void>): Promise<void> {
  const making = `${made}.making`;
  while (!(await isThere(made))) {
    if (!(await isMine(making))) {
      await delay(20);
    } else if (await isThere(made)) {
      await rm(making, { recursive: true });
    } else {
      await make(making).catch(async (error) => {
        await rm(making, { recursive: true, force: true });
        throw error;
      });
      await rename(making, made);
    }
  }
}

/** Several threads may come at once; the one that makes the directory makes what goes into it. */
const isMine = (directory: string): Promise<boolean> =>
  mkdir(directory, { mode: 0o711 }).then(
    () => true,
    () => false,
  );

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
