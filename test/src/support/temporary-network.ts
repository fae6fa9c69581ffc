/** A whole network for one test file: real stores in a directory of its own, on free ports, gone afterwards. */
import 'reflect-metadata';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Network, type NetworkOptions, startNetwork } from '@stezhka/local';
import { createLogger } from '@stezhka/telemetry';

export interface TemporaryNetwork extends Network {
  readonly dir: string;
}

export async function temporaryNetwork(
  options: Partial<Omit<NetworkOptions, 'dir' | 'port'>> = {},
  /** A directory of the caller's own, which stays when the network has stopped. */
  kept?: string,
): Promise<TemporaryNetwork> {
  const dir = kept ?? (await mkdtemp(join(tmpdir(), 'stezhka-test-')));
  const logger = createLogger({ service: 'test', level: 'silent' });
  const network = await startNetwork({
    logger,
    now: () => new Date(),
    demonstration: true,
    ...options,
    dir,
    port: 0,
  });
  return {
    ...network,
    dir,
    async stop() {
      await network.stop();
      if (!kept) await rm(dir, { recursive: true, force: true });
    },
  };
}
