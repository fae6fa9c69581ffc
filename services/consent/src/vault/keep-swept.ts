/** Sweeps at the start and every hour. What is a day old is no longer named by any retry that could still come. */
import type { Logger } from '@stezhka/telemetry';
import type { Swept } from './sweep.js';

const EVERY_MS = 3_600_000;
const OLD_ENOUGH_MS = 24 * 3_600_000;

export interface Sweeping {
  /** Sweeps no more; resolves when one that runs is done. */
  stop(): Promise<void>;
}

export function keepSwept(deps: {
  sweep(before: Date): Promise<Swept>;
  readonly now: () => Date;
  readonly logger: Logger;
}): Sweeping {
  const { now, logger } = deps;
  async function sweep(): Promise<void> {
    try {
      const { records, households } = await deps.sweep(new Date(now().getTime() - OLD_ENOUGH_MS));
      if (records + households > 0) logger.info('vault.swept', { count: records + households });
    } catch (error) {
      // The next hour tries again; rubbish can wait.
      logger.error('vault.sweep_failed', { error });
    }
  }
  let sweeping = sweep();
  const timer = setInterval(() => {
    sweeping = sweeping.then(sweep);
  }, EVERY_MS).unref();
  return {
    async stop() {
      clearInterval(timer);
      await sweeping;
    },
  };
}
