/** The split shape for one test file: every process real, in a directory of its own, gone afterwards. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { kill } from 'node:process';
import { type SplitNetwork, startSplit } from '@stezhka/local';
import { createLogger } from '@stezhka/telemetry';
import { until } from '../support/until.js';

export interface TemporarySplit extends SplitNetwork {
  readonly dir: string;
  /** Everything that the processes wrote. */
  printed(): string;
  /** Processes that ended and were not told to by whoever keeps them: which, and how. */
  ended(): readonly { readonly component: string; readonly exitCode?: number }[];
  /** Sends a signal to one of them; resolves when that process is no more. `postgres` is one as well. */
  signal(name: string, signal: NodeJS.Signals): Promise<void>;
}

export async function temporarySplit(): Promise<TemporarySplit> {
  const dir = await mkdtemp(join(tmpdir(), 'stezhka-split-'));
  const lines: string[] = [];
  const printed: string[] = [];
  const destination = { write: (line: string) => void lines.push(line) };
  const network = await startSplit({
    ...{ dir, port: 0, demonstration: 'story', logLevel: 'info', now: () => new Date() },
    logger: createLogger({ service: 'split', destination }),
    output: (text) => void printed.push(text),
  });
  await network.demonstrationEntered;
  return {
    ...network,
    dir,
    printed: () => printed.join(''),
    ended: () => lines.map((line) => JSON.parse(line)).filter(({ event }) => event === 'split.process_ended'),
    async signal(name, signal) {
      const pid = name === 'postgres' ? await postmaster(dir) : network.processes().get(name);
      // Between two lives: it is being started again already.
      if (pid === undefined) return;
      kill(pid, signal);
      const isThere = () => {
        try {
          return kill(pid, 0);
        } catch {
          return false;
        }
      };
      await until(() => !isThere());
    },
    async stop() {
      await network.stop();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

async function postmaster(dir: string): Promise<number | undefined> {
  const lock = await readFile(join(dir, 'postgres/data/postmaster.pid'), 'utf8').catch(() => '');
  return Number(lock.split('\n')[0]) || undefined;
}
