/**
 * What the server's own lock file says. The server alone decides who has the data directory; this only reads
 * whether ours is ready, and whether a lock was left behind by a process that is no more.
 */
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

export interface Lock {
  readonly pid: number;
  /** Seconds since 1970: with the pid it tells one server's lock from what an earlier one left behind. */
  readonly startedAt: number;
  readonly socketDir: string;
  readonly ready: boolean;
}

export async function readLock(data: string): Promise<Lock | undefined> {
  const text = await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => undefined);
  const lines = text?.split('\n');
  if (lines?.[0] === undefined) return undefined;
  return {
    pid: Number(lines[0]),
    startedAt: Number(lines[2]),
    socketDir: lines[4]?.trim() ?? '',
    ready: lines[7]?.trim() === 'ready',
  };
}

/** After a reboot the pid in a left-behind lock may belong to anything; the server then refuses for ever. */
export async function removeLockOfStranger(data: string): Promise<void> {
  const lock = await readLock(data);
  if (lock === undefined || process.platform !== 'linux') return;
  const program = await readFile(`/proc/${lock.pid}/comm`, 'utf8').catch(() => '');
  if (program.trim() !== 'postgres') await rm(join(data, 'postmaster.pid'), { force: true });
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
