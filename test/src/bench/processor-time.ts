/**
 * What a program costs, whatever else the machine does: the time that processors worked for it, waiting left out.
 * As Linux counts it, in nanoseconds.
 */
import { readdir, readFile } from 'node:fs/promises';

/** Milliseconds that a process has had of all processors, in all of its threads that still live. */
export async function processorTimeOf(pid: number): Promise<number> {
  const threads = await readdir(`/proc/${pid}/task`);
  const times = await Promise.all(threads.map((thread) => onProcessor(`/proc/${pid}/task/${thread}`)));
  return times.reduce((sum, time) => sum + time, 0);
}

/** A PostgreSQL server with all its backends; those that have ended meanwhile are left out. */
export async function processorTimeOfServer(postmaster: number): Promise<number> {
  const threads = await readFile(`/proc/${postmaster}/task/${postmaster}/children`, 'utf8');
  const children = threads.split(' ').filter(Boolean).map(Number);
  const times = await Promise.all([postmaster, ...children].map(processorTimeOf));
  return times.reduce((sum, time) => sum + time, 0);
}

/** What it cost until `work` was done, of everything that `measured` adds up. */
export async function costOf(measured: () => Promise<number>, work: () => Promise<unknown>): Promise<number> {
  const before = await measured();
  await work();
  return (await measured()) - before;
}

async function onProcessor(thread: string): Promise<number> {
  // A thread may end between being listed and being read.
  const told = await readFile(`${thread}/schedstat`, 'utf8').catch(() => '0');
  return Number(told.split(' ')[0]) / 1e6;
}
