/** A process and everything that it brought about, found while it lives, so that what is left can be looked for later. */
import { readdir, readFile } from 'node:fs/promises';

/** The process itself, its children, theirs, and so on. */
export async function familyOf(pid: number): Promise<number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const parents = new Map(await Promise.all(pids.map(async (one) => [one, await parentOf(one)] as const)));
  const family = [pid];
  for (const member of family)
    for (const [child, parent] of parents) if (parent === member) family.push(child);
  return family;
}

/** Those that still live; an end that nobody has taken note of yet is one as well. */
export async function alive(pids: readonly number[]): Promise<number[]> {
  const living = await Promise.all(
    pids.map(async (pid) => !/^State:\t[ZX]/m.test(await statusOf(pid).catch(() => 'State:\tX'))),
  );
  return pids.filter((_, n) => living[n]);
}

/** The command that it was begun with. */
export async function commandOf(pid: number): Promise<string> {
  return (await readFile(`/proc/${pid}/cmdline`, 'latin1').catch(() => '')).replaceAll('\0', ' ');
}

const statusOf = (pid: number) => readFile(`/proc/${pid}/status`, 'utf8');

async function parentOf(pid: number): Promise<number> {
  const status = await statusOf(pid).catch(() => '');
  return Number(/^PPid:\t(\d+)/m.exec(status)?.[1] ?? 0);
}
