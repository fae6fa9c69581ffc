/** Runs a program to its end, as whichever account. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Account } from './account.js';

interface Ended {
  /** Null where it was killed, or is not there to be run. */
  readonly code: number | null;
  readonly complaint: string;
}

export async function run(
  program: string,
  args: readonly string[],
  { cwd, account, stdin = 'ignore' }: { cwd: string; account: Account; stdin?: number | 'ignore' },
): Promise<Ended> {
  const running = spawn(program, args, {
    ...account.become,
    cwd,
    env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
    stdio: [stdin, 'ignore', 'pipe'],
  });
  let complaint = '';
  running.stderr!.on('data', (chunk: Buffer) => {
    complaint += chunk.toString();
  });
  running.on('error', (error) => {
    complaint += error.message;
  });
  const [code] = (await once(running, 'close').catch(() => [null])) as [number | null];
  return { code, complaint: complaint.trim() };
}
