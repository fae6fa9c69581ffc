/**
 * What other processes did: how far they brought the projections that they own, and whether one of them emptied a
 * projection of ours. Read once a beat, and often while somebody waits for a projection that is not ours.
 */
import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from '@stezhka/telemetry';
import { readProgress } from './checkpoint.js';
import type { Progress } from './progress.js';
import type { Runner } from './projection-runner.js';
import type { ReadModel } from './read-model.js';

export interface StoredProgressLearner {
  learn(): Promise<void>;
  /** Keep learning for as long as somebody waits for what another process writes. */
  whileAwaited(): void;
  /** A rebuild was begun here: forget what was true of the old rows. */
  begunAgain(name: string, fence: bigint): void;
  stop(): Promise<void>;
}

const askAgainMs = 15;

export function learnStoredProgress<DB>(options: {
  readonly readModel: ReadModel<DB>;
  readonly runners: readonly Runner[];
  readonly progress: Progress;
  readonly logger: Logger;
}): StoredProgressLearner {
  const { readModel, runners, progress, logger } = options;
  const names = runners.map(({ name }) => name);
  const fences = new Map<string, bigint>();
  let asking: Promise<void> | undefined;
  let stopped = false;

  const learn = async (): Promise<void> => {
    const stored = await readModel.asProjector('progress', (tx) => readProgress(tx, names));
    for (const runner of runners) {
      const { name } = runner;
      const theirs = stored.get(name);
      // Asked before a rebuild and answered after it.
      if (theirs === undefined || theirs.fence < (fences.get(name) ?? 0n)) continue;
      fences.set(name, theirs.fence);
      if (!runner.owns()) {
        if (theirs.position !== progress.positionOf(name)) progress.wrote(name);
        progress.moved(name, theirs.position);
        progress.halted(name, theirs.halted);
      } else if (theirs.position === undefined && progress.positionOf(name) !== undefined) runner.restart();
    }
  };

  const isAwaited = (): boolean =>
    !stopped && runners.some((runner) => !runner.owns() && progress.isAwaited(runner.name));

  const ask = async (): Promise<void> => {
    while (isAwaited()) {
      await learn().catch((error) => logger.warn('projection.progress_unknown', { error }));
      await delay(askAgainMs);
    }
    asking = undefined;
  };

  return {
    learn,
    whileAwaited() {
      if (isAwaited()) asking ??= ask();
    },
    begunAgain(name, fence) {
      fences.set(name, fence);
      progress.wrote(name);
      progress.moved(name, undefined);
      progress.halted(name, false);
      runners.find((runner) => runner.name === name)?.restart();
    },
    async stop() {
      stopped = true;
      await asking;
    },
  };
}
