/** A whole network for one test file: real stores in a directory of its own, on free ports, gone afterwards. */
import 'reflect-metadata';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadDemonstration, type Network, type NetworkOptions, startNetwork } from '@stezhka/local';
import { copyOnceMade, placeCluster } from '@stezhka/read-model/testing';
import { createLogger } from '@stezhka/telemetry';

export interface TemporaryNetwork extends Network {
  readonly dir: string;
}

type Options = Partial<Omit<NetworkOptions, 'dir' | 'port'>>;

/** Nothing is in it. `kept` is a directory of the caller's own, which stays when the network has stopped. */
export async function temporaryNetwork(options: Options = {}, kept?: string): Promise<TemporaryNetwork> {
  const dir = kept ?? (await temporaryDirectory());
  if (!options.databaseUrl) await copyOnceMade('network', beginEmpty, dir);
  return startIn(dir, options, kept);
}

/** The demonstration's story is in it, as when it is started for the second time. */
export async function storyNetwork(options: Options = {}, kept?: string): Promise<TemporaryNetwork> {
  const dir = kept ?? (await temporaryDirectory());
  if (!options.databaseUrl) await placeStory(dir);
  const network = await startIn(dir, options, kept);
  if (options.databaseUrl) await loadStory(network);
  return network;
}

/** The story's data in a directory of the caller's own, for processes that start elsewhere. */
export const placeStory = (dir: string): Promise<void> => copyOnceMade('story', beginStory, dir);

const temporaryDirectory = () => mkdtemp(join(tmpdir(), 'stezhka-test-'));

async function startIn(dir: string, options: Options, kept: string | undefined): Promise<TemporaryNetwork> {
  const network = await begin(dir, options);
  return {
    ...network,
    dir,
    async stop() {
      await network.stop();
      if (!kept) await rm(dir, { recursive: true, force: true });
    },
  };
}

function begin(dir: string, options: Options = {}): Promise<Network> {
  const logger = createLogger({ service: 'test', level: 'silent' });
  // Each connection is a process of the database's: most of these networks are gone before more of them would pay.
  const few = { connectionsEach: 2 };
  return startNetwork({
    logger,
    now: () => new Date(),
    demonstration: true,
    ...few,
    ...options,
    dir,
    port: 0,
  });
}

async function beginEmpty(dir: string): Promise<void> {
  await placeCluster(join(dir, 'postgres'));
  const network = await begin(dir);
  await network.stop();
}

async function beginStory(dir: string): Promise<void> {
  await copyOnceMade('network', beginEmpty, dir);
  const network = await begin(dir);
  try {
    await loadStory(network);
  } finally {
    await network.stop();
  }
}

const loadStory = (network: Network) =>
  loadDemonstration(network, new AbortController().signal, { only: 'story' });
