/** The server's data directory: made once, whole or not at all, and refused if another major version wrote it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Account } from './account.js';
import type { Binaries } from './binaries.js';
import { EmbeddedPostgresError } from './error.js';
import { hostAccess, identityMap, initArguments } from './settings.js';

const unfinished = 'unfinished-';

export async function prepareDataDirectory(
  dir: string,
  binaries: Binaries,
  account: Account,
): Promise<string> {
  const data = join(dir, 'data');
  if ((await versionOf(data)) === undefined) await initialise(dir, data, binaries, account);
  const version = await versionOf(data);
  if (version !== binaries.major) {
    throw new EmbeddedPostgresError(
      'DATA_VERSION',
      `${data} is PostgreSQL ${version}, the server is ${binaries.major}`,
    );
  }
  await writeAccess(data, account);
  return data;
}

async function versionOf(data: string): Promise<string | undefined> {
  const text = await readFile(join(data, 'PG_VERSION'), 'utf8').catch(() => undefined);
  return text?.trim();
}

/** Leftovers of a start that was killed; call only while holding the data directory. */
export async function sweepUnfinished(dir: string): Promise<void> {
  for (const name of await readdir(dir)) {
    if (!name.startsWith(unfinished)) continue;
    // Another start may still be writing there: it clears up after itself once it finds that it is too late.
    await rm(join(dir, name), { recursive: true, force: true }).catch(() => undefined);
  }
}

/** How to name a directory to a program that may not walk down to it: it starts inside and says "here". */
export function pathFor(account: Account, directory: string): string {
  return account.become !== undefined && process.platform === 'linux' ? '/proc/self/cwd' : directory;
}

async function initialise(dir: string, data: string, binaries: Binaries, account: Account): Promise<void> {
  const fresh = await mkdtemp(join(dir, unfinished));
  if (account.become !== undefined) await chown(fresh, account.become.uid, account.become.gid);
  const initdb = spawn(binaries.initdb, [...initArguments, '-D', pathFor(account, fresh)], {
    ...account.become,
    cwd: fresh,
    env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let complaint = '';
  initdb.stderr.on('data', (chunk: Buffer) => {
    complaint += chunk.toString();
  });
  const [code] = (await once(initdb, 'close')) as [number | null];
  if (code !== 0) {
    await rm(fresh, { recursive: true, force: true });
    // Another process was faster and swept this up; the server decides who may have its directory.
    if ((await versionOf(data)) !== undefined) return;
    throw new EmbeddedPostgresError('INIT_FAILED', `initdb ended with ${code}: ${complaint.trim()}`);
  }
  await rename(fresh, data).catch(() => rm(fresh, { recursive: true, force: true }));
}

async function writeAccess(data: string, account: Account): Promise<void> {
  const files = { 'pg_hba.conf': hostAccess, 'pg_ident.conf': identityMap(account.client) };
  for (const [name, text] of Object.entries(files)) {
    const path = join(data, name);
    await writeFile(path, text, { mode: 0o600 });
    if (account.become !== undefined) await chown(path, account.become.uid, account.become.gid);
  }
}

export async function prepareParent(dir: string, account: Account): Promise<void> {
  await mkdir(dir, { recursive: true, mode: account.become === undefined ? 0o700 : 0o711 });
  // Enter, not list: the server's account needs to pass through, nobody needs to look.
  if (account.become !== undefined) await chmod(dir, 0o711);
}
