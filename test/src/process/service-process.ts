/** One service as the process that an operator would start, from what was built. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface ServiceProcess {
  readonly name: string;
  readonly pid: number;
  /** The port, once its rows are current; fails if the process ends before. */
  readonly ready: Promise<number>;
  /** Exit code; null if a signal ended it. */
  readonly ended: Promise<number | null>;
  /** Everything it wrote: log lines, and what an operator is told. */
  printed(): string;
  signal(signal: NodeJS.Signals): void;
}

const living = new Set<ChildProcess>();
// A test runner that is ended takes them along.
process.once('exit', () => {
  for (const child of living) child.kill('SIGKILL');
});

/** `settings` is all that it is told: nothing of this process's own environment but the path. */
export function startService(name: string, settings: Readonly<Record<string, string>>): ServiceProcess {
  const main = fileURLToPath(new URL(`../../../infra/programs/dist/${name}.js`, import.meta.url));
  if (!existsSync(main)) throw new Error(`${name} is not built: run the build first`);
  const env = { PATH: process.env.PATH ?? '', ...settings };
  const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  living.add(child);
  let text = '';
  const ended = new Promise<number | null>((resolve) =>
    child.once('close', (code) => {
      living.delete(child);
      resolve(code);
    }),
  );
  const ready = new Promise<number>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        text += chunk;
        const port = /"port":(\d+),"event":"service\.ready"/.exec(text)?.[1];
        if (port) resolve(Number(port));
      });
    void ended.then((code) => reject(new Error(`${name} ended with ${code}:\n${text}`)));
  });
  ready.catch(() => undefined);
  const pid = child.pid!;
  return { name, pid, ready, ended, printed: () => text, signal: (signal) => child.kill(signal) };
}

/** Whatever a failed test has left running. */
export async function endServices(): Promise<void> {
  await Promise.all(
    [...living].map(async (child) => {
      const closed = new Promise((resolve) => child.once('close', resolve));
      child.kill('SIGKILL');
      await closed;
    }),
  );
}
