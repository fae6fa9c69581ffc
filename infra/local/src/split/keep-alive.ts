/**
 * One process that is started again whenever it ends, sooner or later: at once after it has lived for a while, and ever
 * later when it ends again and again.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { execPath } from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Logger } from '@stezhka/telemetry';

export interface Program {
  /** `registry-1`. */
  readonly name: string;
  /** The script, from the root of the repository. */
  readonly script: string;
  readonly args?: readonly string[];
  /** All that it is told: nothing of this process's own environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** It has an end: when that is 0, it is not started again. */
  readonly hasAnEnd?: true;
}

export interface KeepOptions {
  readonly logger: Logger;
  /** What the processes write. */
  readonly output: (text: string) => void;
  /** Milliseconds that a process may take to end in order before it is killed. */
  readonly endsWithinMs: number;
}

export interface Kept {
  readonly name: string;
  /** Of the living process; undefined between two. */
  pid(): number | undefined;
  /** Ends in a row without having lived for a while. */
  failures(): number;
  /** Resolves when it will not be started again. */
  readonly over: Promise<void>;
  /** Ends it, and it is not started again. */
  stop(): Promise<void>;
}

const inRepository = (path: string) => fileURLToPath(new URL(`../../../../${path}`, import.meta.url));
const preloaded = inRepository('infra/local/dist/split/end-with-parent.js');

const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 5_000;
const A_WHILE_MS = 10_000;

function keepAlive(program: Program, { logger, output, endsWithinMs }: KeepOptions): Kept {
  const { name, script, args = [], env = {} } = program;
  const ending = new AbortController();
  let child: ChildProcess | undefined;
  let failures = 0;

  function begin(): ChildProcess {
    const begun = spawn(execPath, ['--import', preloaded, inRepository(script), ...args], {
      // A group of its own: Ctrl-C in a terminal reaches this process alone, which ends the others in order.
      detached: true,
      cwd: inRepository('.'),
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { ...env },
    });
    begun.stdin?.on('error', () => undefined);
    for (const stream of [begun.stdout, begun.stderr]) stream?.on('data', (text) => output(String(text)));
    return begun;
  }

  async function keep(): Promise<void> {
    while (!ending.signal.aborted) {
      const begunAt = performance.now();
      child = begin();
      const exitCode = await ended(child);
      child = undefined;
      failures = performance.now() - begunAt > A_WHILE_MS ? 0 : failures + 1;
      if (ending.signal.aborted || (program.hasAnEnd && exitCode === 0)) break;
      logger.warn('split.process_ended', { component: name, ...(exitCode === null ? {} : { exitCode }) });
      const wait = Math.min(FIRST_PAUSE_MS * 2 ** failures, LONGEST_PAUSE_MS);
      await delay(wait, undefined, { signal: ending.signal }).catch(() => undefined);
    }
  }
  const keeping = keep();

  return {
    name,
    pid: () => child?.pid,
    failures: () => failures,
    over: keeping,
    async stop() {
      ending.abort();
      const last = child;
      last?.kill('SIGTERM');
      const late = setTimeout(() => last?.kill('SIGKILL'), endsWithinMs);
      await keeping;
      clearTimeout(late);
    },
  };
}

/** The exit code; null if a signal ended it. */
function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => {
    child.once('error', () => resolve(null));
    child.once('exit', (code) => resolve(code));
  });
}

/** Keeps many, and ends them in the opposite order of their beginning; those that were begun together, together. */
export interface Keeper {
  keep(...programs: readonly Program[]): readonly Kept[];
  /** Something else to be ended in its turn. */
  closing(close: () => Promise<unknown>): void;
  all(): readonly Kept[];
  stop(): Promise<void>;
}

export function createKeeper(options: KeepOptions): Keeper {
  const kept: Kept[] = [];
  const opened: (() => Promise<unknown>)[] = [];
  return {
    keep(...programs) {
      const together = programs.map((program) => keepAlive(program, options));
      kept.push(...together);
      opened.push(() => Promise.all(together.map((one) => one.stop())));
      return together;
    },
    closing: (close) => void opened.push(close),
    all: () => kept,
    async stop() {
      for (const close of opened.splice(0).reverse()) await close();
    },
  };
}
