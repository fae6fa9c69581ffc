/** A program of a bench's own, in a process of its own, so that what it costs can be told from what asking it costs. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const runSources = fileURLToPath(new URL('../../../infra/quality/run-sources.mjs', import.meta.url));

export interface Program<Told> {
  readonly pid: number;
  /** What it said of itself when it was ready. */
  readonly told: Told;
  stop(): Promise<void>;
}

/** @param path from the root of the repository; it writes one line of JSON as soon as it is ready */
export async function startProgram<Told>(path: string, given: object): Promise<Program<Told>> {
  const child = spawn(process.execPath, [runSources, path, JSON.stringify(given)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(child, 'close');
  const first = once(createInterface({ input: child.stdout }), 'line');
  const line = await Promise.race([first, ended.then(() => undefined)]);
  if (!line) throw new Error(`${path} ended before it was ready`);
  return {
    pid: child.pid!,
    told: JSON.parse(String(line[0])) as Told,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** For the program: what it was given. */
export const given = <Given>(): Given => JSON.parse(process.argv[2]!) as Given;

/** For the program: it is ready, and ends with whoever started it. */
export function isReady(told: object, stop: () => Promise<unknown>): void {
  const end = () => void stop().finally(() => process.exit(0));
  process.once('SIGTERM', end);
  process.stdin.on('end', end).resume();
  process.stdout.write(`${JSON.stringify(told)}\n`);
}
