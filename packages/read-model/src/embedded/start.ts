/**
 * A real PostgreSQL without an installation: programs from npm, data in one directory, reachable through a socket
 * by the user that started it. It ends with the process that started it, however that ends.
 */
import { chown, mkdir, mkdtemp, open, readFile, realpath, rm, rmdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from '@stezhka/telemetry';
import { type Account, currentAccount } from './account.js';
import { locateBinaries } from './binaries.js';
import { pathFor, prepareDataDirectory, prepareParent, sweepUnfinished } from './data-directory.js';
import { EmbeddedPostgresError } from './error.js';
import { type GuardedServer, startGuarded } from './guard.js';
import { isAlive, type Lock, readLock, removeLockOfStranger } from './lock-file.js';
import { readyMade } from './ready-made.js';
import { administrator, serverArguments, socketName } from './settings.js';

export interface EmbeddedPostgresOptions {
  /** Everything of the server is kept here; made if absent. */
  readonly dir: string;
  readonly logger?: Logger;
  /** Where the socket's own short directory is made. */
  readonly socketRoot?: string;
  /**
   * The directory of the socket itself, which must not exist: for a server that may have to be started anew by the same
   * process, and is then found under the same address.
   */
  readonly socketDir?: string;
  /** What a first start unpacks; what the build has made if absent. */
  readonly readyMade?: string;
}

export interface EmbeddedPostgres {
  /** Connection string of the cluster's administrator. */
  adminUrl(database?: string): string;
  readonly socketDir: string;
  /** Resolves when the server has ended, asked or not. */
  readonly exited: Promise<void>;
  /** Orderly end: open transactions are rolled back, nothing is lost. */
  stop(): Promise<void>;
}

/** How long a server whose parent died may take to let go of its data. */
const handOverMs = 15_000;
/** 107 bytes on Linux, 103 on macOS, the name included. */
const longestSocketDir = 103 - socketName.length - '/'.length;

/** @throws EmbeddedPostgresError, `DATA_IN_USE` when another process works on this directory. */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const account = currentAccount();
  await prepareParent(options.dir, account);
  const dir = await realpath(options.dir);
  const binaries = await locateBinaries(dir, account);
  const data = await prepareDataDirectory(dir, {
    binaries,
    account,
    readyMade: options.readyMade ?? readyMade,
  });
  const deadline = Date.now() + handOverMs;
  for (;;) {
    const socketDir = await makeSocketDir(options, account);
    const attempt = await startOnce(dir, data, binaries.postgres, account, socketDir);
    if (attempt !== 'in use') {
      await writeFile(join(dir, 'owner.pid'), String(process.pid));
      await sweepUnfinished(dir);
      watch(attempt.server, options.logger);
      return attempt.handle;
    }
    const owner = Number(await readFile(join(dir, 'owner.pid'), 'utf8').catch(() => '0'));
    // What a server of ours that was killed has left behind ends by itself.
    const wasOurs = options.socketDir !== undefined && owner === process.pid;
    if ((owner > 0 && isAlive(owner) && !wasOurs) || Date.now() > deadline) {
      throw new EmbeddedPostgresError('DATA_IN_USE', `${dir} is in use by another process`);
    }
    await removeLockOfStranger(data);
    await delay(50);
  }
}

async function startOnce(dir: string, data: string, postgres: string, account: Account, socketDir: string) {
  const log = await open(join(dir, 'server.log'), 'a');
  const { size: logStart } = await log.stat();
  // A server that was killed leaves a lock which goes on saying that it is ready.
  const leftBehind = await readLock(data);
  const server = startGuarded({
    command: [postgres, '-D', pathFor(account, data), ...serverArguments(socketDir)],
    cwd: data,
    account,
    socketDir,
    socketName,
    log: log.fd,
  });
  await log.close();
  while (!(await isReady(data, socketDir, leftBehind))) {
    if (server.hasExited()) return judgeFailure(dir, logStart);
    await Promise.race([delay(10), server.exited]);
  }
  const url = (database: string): string => `postgresql://${administrator}@/${database}?host=${socketDir}`;
  const handle: EmbeddedPostgres = {
    adminUrl: (database = 'postgres') => url(database),
    socketDir,
    exited: server.exited.then(() => undefined),
    stop: server.stop,
  };
  return { server, handle };
}

async function isReady(data: string, socketDir: string, leftBehind: Lock | undefined): Promise<boolean> {
  const lock = await readLock(data);
  if (lock === undefined || !lock.ready || lock.socketDir !== socketDir) return false;
  return lock.pid !== leftBehind?.pid || lock.startedAt !== leftBehind.startedAt;
}

async function makeSocketDir(
  { socketRoot: root = '/tmp', socketDir: wanted }: EmbeddedPostgresOptions,
  account: Account,
): Promise<string> {
  if (wanted) {
    // Where only we may write, the server that ended could not remove it.
    await rmdir(wanted).catch(() => undefined);
    // Whoever else may write there could have put something in its place: made now, it is ours.
    await mkdir(wanted, { mode: 0o700 });
  }
  const socketDir = wanted ?? (await mkdtemp(join(await realpath(root), 'stezhka-')));
  if (Buffer.byteLength(socketDir) > longestSocketDir) {
    await rm(socketDir, { recursive: true });
    throw new EmbeddedPostgresError('SOCKET_PATH_TOO_LONG', `a socket cannot be made under ${root}`);
  }
  if (account.become !== undefined) await chown(socketDir, account.become.uid, account.become.gid);
  return socketDir;
}

async function judgeFailure(dir: string, logStart: number): Promise<'in use'> {
  const said = (await readFile(join(dir, 'server.log'))).subarray(logStart).toString();
  if (/lock file "postmaster\.pid"|pre-existing shared memory block/.test(said)) return 'in use';
  throw new EmbeddedPostgresError('START_FAILED', `the server did not start; see ${join(dir, 'server.log')}`);
}

function watch(server: GuardedServer, logger: Logger | undefined): void {
  void server.exited.then((exitCode) => logger?.info('postgres.ended', { exitCode: exitCode ?? -1 }));
}
