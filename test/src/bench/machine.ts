/** Where and under which load figures were taken: without it a figure says nothing. */
import { cpus, loadavg, release, totalmem } from 'node:os';
import { platform, version } from 'node:process';

export interface Machine {
  readonly processor: string;
  readonly processors: number;
  readonly memoryGb: number;
  readonly system: string;
  readonly node: string;
}

export const machine = (): Machine => ({
  processor: cpus()[0]?.model.trim() ?? 'unknown',
  processors: cpus().length,
  memoryGb: Math.round(totalmem() / 2 ** 30),
  system: `${platform} ${release()}`,
  node: version,
});

/** How many programs wanted a processor, on average over the last minute. */
export const load = (): number => loadavg()[0]!;
