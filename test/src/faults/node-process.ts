/** The embedded node as a process of its own, as it was built: to be stopped, or killed. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../../packages/event-store-node/dist/main.js', import.meta.url));

export interface ProcessEnd {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** What it wrote to its standard error. */
  readonly errors: string;
}

export class NodeProcess {
  readonly ended: Promise<ProcessEnd>;
  readonly #ready: Promise<number>;

  constructor(
    args: readonly string[],
    private readonly child: ChildProcess = spawnMain(args),
  ) {
    let errors = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      errors += chunk.toString();
    });
    this.ended = new Promise((resolve) =>
      child.once('close', (code, signal) => resolve({ code, signal, errors })),
    );
    this.#ready = new Promise((resolve) => {
      let output = '';
      child.stdout?.on('data', (chunk: Buffer) => {
        output += chunk.toString();
        const port = /^READY (\d+)$/m.exec(output)?.[1];
        if (port !== undefined) resolve(Number(port));
      });
    });
  }

  get pid(): number {
    if (this.child.pid === undefined) throw new Error('the node was not started');
    return this.child.pid;
  }

  /** The port; fails if the process ends before it is ready. */
  ready(): Promise<number> {
    const failed = this.ended.then(({ code, errors }) => {
      throw new Error(`the node ended with ${code}: ${errors}`);
    });
    return Promise.race([this.#ready, failed]);
  }

  kill(signal: NodeJS.Signals): Promise<ProcessEnd> {
    this.child.kill(signal);
    return this.ended;
  }
}

export function connectionStringTo(port: number): string {
  return `esdb://127.0.0.1:${port}?tls=false`;
}

function spawnMain(args: readonly string[]): ChildProcess {
  if (!existsSync(MAIN)) throw new Error('the node is not built: run the build first');
  return spawn(process.execPath, [MAIN, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
}
