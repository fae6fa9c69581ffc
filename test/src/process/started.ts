/** `npm start` as a person runs it, in a process group of its own, and what is left of it afterwards. */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { until } from '../support/until.js';
import { alive, commandOf, familyOf } from './family.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));

export interface Started {
  readonly address: string;
  /** The npm process. */
  readonly npm: ChildProcess;
  /** Milliseconds from the command to the printed address, and to what was waited for; for the record. */
  readonly listeningMs: number;
  readonly waitedMs: number;
  /** The application's process: the one that listens. */
  application(): Promise<number>;
  /** Every living process that this start brought about, whoever its parent is now. */
  processes(): Promise<number[]>;
  /** Exit code of the npm process; null if a signal ended it. */
  readonly ended: Promise<number | null>;
  /** Everything it printed. */
  printed(): string;
}

const starts: Pick<Started, 'processes'>[] = [];

const words = {
  'the sign-ins': 'Demonstration sign-ins',
  'all of the demonstration': 'Ctrl-C stops everything.',
} as const;

/** Resolves once it has printed what is waited for. */
export async function start(
  dir: string,
  waitedFor: keyof typeof words = 'all of the demonstration',
): Promise<Started> {
  const mark = randomUUID();
  const port = await freePort();
  const begun = performance.now();
  const npm = spawn('npm', ['start'], {
    cwd: root,
    // A group of its own: what a terminal would send to all of it can be sent to all of it.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...plainEnvironment(), PORT: String(port), STEZHKA_DATA: dir, STEZHKA_TEST_MARK: mark },
  });
  let text = '';
  const heard = new Set<() => void>();
  for (const stream of [npm.stdout!, npm.stderr!])
    stream.on('data', (chunk: Buffer) => {
      text += chunk;
      for (const listener of heard) listener();
    });
  const ended = new Promise<number | null>((resolve) => npm.once('exit', resolve));
  const prints = (what: string) =>
    new Promise<number>((resolve, reject) => {
      const look = () => text.includes(what) && resolve(performance.now() - begun);
      heard.add(look);
      look();
      void ended.then(() => reject(new Error(`it ended before it printed "${what}":\n${text}`)));
    });
  // PostgreSQL gets an environment of its own, without the mark, and outlives whoever began it: it is remembered.
  const known = new Set<number>();
  const processes = async () => {
    for (const pid of [...(await familyOf(npm.pid!)), ...(await marked(mark))]) known.add(pid);
    return alive([...known]);
  };
  starts.push({ processes });
  const [listeningMs, waitedMs] = await Promise.all([
    prints('Stezhka is running.'),
    prints(words[waitedFor]),
  ]);
  await processes();
  return {
    address: `http://127.0.0.1:${port}`,
    npm,
    listeningMs,
    waitedMs,
    ended,
    processes,
    printed: () => text,
    async application() {
      for (const pid of await processes())
        if ((await commandOf(pid)).includes('infra/bootstrap/run.mjs') && pid !== npm.pid) return pid;
      // npm may have become the application itself.
      return npm.pid!;
    },
  };
}

/** Proportional set of these processes together, in bytes. */
export async function proportionalSet(pids: readonly number[]): Promise<number> {
  const sizes = await Promise.all(
    pids.map(async (pid) => {
      const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
      return Number(/^Pss:\s+(\d+) kB$/m.exec(text)?.[1] ?? 0) * 1024;
    }),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Resolves when none of these processes lives; its caller's patience is the test's. */
export const gone = (processes: () => Promise<number[]>): Promise<void> =>
  until(async () => (await processes()).length === 0);

/** The test runner's own settings are not a newcomer's. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _, JEST_WORKER_ID: __, NODE_ENV: ___, ...env } = process.env;
  return env;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Children inherit the environment, also those that have left their parent and their group. */
async function marked(mark: string): Promise<number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const mine = await Promise.all(
    pids.map(async (pid) => {
      const environment = await readFile(`/proc/${pid}/environ`, 'latin1').catch(() => '');
      return environment.includes(`STEZHKA_TEST_MARK=${mark}`);
    }),
  );
  return pids.filter((_, n) => mine[n]);
}

/** Whatever a failed test has left running. */
export async function endAll(): Promise<void> {
  for (const started of starts.splice(0)) {
    for (const pid of await started.processes()) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // It ended by itself meanwhile.
      }
    }
    await gone(started.processes);
  }
}
