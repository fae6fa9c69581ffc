/** The server's data directory: made once, whole or not at all, and refused if another major version wrote it. */
import {
  chmod,
  chown,
  mkdir,
  mkdtemp,
  open,
  readdir,
  readFile,
  rename,
  rm,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import type { Account } from './account.js';
import type { Binaries } from './binaries.js';
import { EmbeddedPostgresError } from './error.js';
import { run } from './run.js';
import { hostAccess, identityMap, initArguments } from './settings.js';

const unfinished = 'unfinished-';

interface Making {
  readonly binaries: Binaries;
  readonly account: Account;
  /** Archive of a data directory that nothing was kept in yet; need not be there. */
  readonly readyMade: string;
}

export async function prepareDataDirectory(dir: string, on: Making): Promise<string> {
  const { binaries, account } = on;
  const data = join(dir, 'data');
  if ((await versionOf(data)) === undefined) {
    await initialise(dir, data, on).catch(async (error) => {
      // Another process was faster and swept this up; the server decides who may have its directory.
      if ((await versionOf(data)) === undefined) throw error;
    });
  }
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

async function initialise(dir: string, data: string, on: Making): Promise<void> {
  const unpacked = await unpack(dir, on);
  // Another start was faster, and has swept away what this one was about to place.
  if (!unpacked && (await versionOf(data)) !== undefined) return;
  const fresh = unpacked ?? (await make(dir, on));
  await rename(fresh, data).catch(() => rm(fresh, { recursive: true, force: true }));
}

/** A directory of the account's own, of which `sweepUnfinished` knows. */
async function makeFresh(dir: string, account: Account): Promise<string> {
  const fresh = await mkdtemp(join(dir, unfinished));
  if (account.become !== undefined) await chown(fresh, account.become.uid, account.become.gid);
  return fresh;
}

/** @returns where everything of a server is now that never kept anything @throws EmbeddedPostgresError `INIT_FAILED` */
export async function make(dir: string, { binaries, account }: Pick<Making, 'binaries' | 'account'>) {
  const fresh = await makeFresh(dir, account);
  const args = [...initArguments, '-D', pathFor(account, fresh)];
  const { code, complaint } = await run(binaries.initdb, args, { cwd: fresh, account });
  if (code === 0) return fresh;
  await rm(fresh, { recursive: true, force: true });
  throw new EmbeddedPostgresError('INIT_FAILED', `initdb ended with ${code}: ${complaint}`);
}

/** The same from what was made when the project was built, and as durable; undefined where that cannot be. */
async function unpack(dir: string, { binaries, account, readyMade }: Making): Promise<string | undefined> {
  const archive = await open(readyMade).catch(() => undefined);
  if (!archive) return undefined;
  const fresh = await makeFresh(dir, account);
  const kept = ['--sync-only', '-D', pathFor(account, fresh)];
  const { code } = await run('tar', ['-xf', '-'], { cwd: fresh, account, stdin: archive.fd }).finally(() =>
    archive.close(),
  );
  // Built for another version of the server it is of no use.
  const isWhole = code === 0 && (await versionOf(fresh)) === binaries.major;
  if (isWhole && (await run(binaries.initdb, kept, { cwd: fresh, account })).code === 0) return fresh;
  await rm(fresh, { recursive: true, force: true });
  return undefined;
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
