/** The embedded PostgreSQL, started again under the same address whenever it ends. */
import { randomBytes } from 'node:crypto';
import { realpath } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@stezhka/read-model/embedded';
import type { Logger } from '@stezhka/telemetry';

export interface KeptPostgres {
  readonly adminUrl: string;
  stop(): Promise<void>;
}

const PAUSE_MS = 200;

export async function keepPostgres(dir: string, logger: Logger): Promise<KeptPostgres> {
  const name = `stezhka-${randomBytes(6).toString('hex')}`;
  const socketDir = join(await realpath('/tmp').catch(() => tmpdir()), name);
  const start = () => startEmbeddedPostgres({ dir, socketDir, logger });
  const first = await start();
  let current: EmbeddedPostgres | undefined = first;
  const ending = new AbortController();

  async function keep(): Promise<void> {
    while (!ending.signal.aborted) {
      await current?.exited;
      if (ending.signal.aborted) return;
      logger.warn('split.process_ended', { component: 'postgres' });
      current = await start().catch((error: unknown) => {
        logger.error('split.postgres_not_started', { error });
        return undefined;
      });
      if (!current) await delay(PAUSE_MS, undefined, { signal: ending.signal }).catch(() => undefined);
    }
  }
  const keeping = keep();
  return {
    adminUrl: first.adminUrl(),
    async stop() {
      ending.abort();
      await current?.stop();
      await keeping;
      await current?.stop();
    },
  };
}
