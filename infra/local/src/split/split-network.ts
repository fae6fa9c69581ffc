/**
 * The network as separate processes on this machine: the event store's node, a PostgreSQL server, two instances of
 * every service, and one address before them. What dies is started again.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger, LogLevel } from '@stezhka/telemetry';
import { type Installation, openInstallation } from '../installation.js';
import { originsOf } from '../portal.js';
import { openFront } from './front.js';
import { createKeeper, type Keeper, type Program } from './keep-alive.js';
import { freePorts } from './ports.js';
import { instanceCount, shapeOf } from './shape.js';
import { openSplitStores, type SplitStores } from './split-stores.js';
import { watch } from './watch.js';

export interface SplitOptions {
  readonly dir: string;
  /** 0 for any free port. */
  readonly port: number;
  readonly publicOrigin?: string;
  readonly eventStoreUrl?: string;
  readonly databaseUrl?: string;
  readonly databaseMigrationUrl?: string;
  /** The demonstration, or only the six organisations of the tour; nothing is entered if absent. */
  readonly demonstration?: 'all' | 'story';
  readonly logger: Logger;
  /** Of the processes. */
  readonly logLevel: LogLevel;
  /** What the processes write. */
  readonly output: (text: string) => void;
  readonly now: () => Date;
  /** Gives up starting. */
  readonly signal?: AbortSignal;
}

export interface SplitNetwork {
  /** `http://127.0.0.1:<port>`. */
  readonly address: string;
  /** Where people open the portal. */
  readonly portal: string;
  readonly eventStoreUrl: string;
  readonly databaseMigrationUrl: string;
  /** Processes started here that live now, by name; PostgreSQL is not among them. */
  processes(): ReadonlyMap<string, number>;
  /** Resolves when the demonstration is entered; at once if there is none. */
  readonly demonstrationEntered: Promise<void>;
  /** Resolves when every instance is ready. */
  allReady(): Promise<void>;
  /** The address first, then gateways and provider, services, stores: each has what it needs to end in order. */
  stop(): Promise<void>;
}

/** A process ends again and again before it was ready for the first time; or the start was given up. */
export class SplitNotStarted extends Error {
  override readonly name = 'SplitNotStarted';
}

const MOST_FAILURES = 6;
const ENDS_WITHIN_MS = 20_000;

export async function startSplit(options: SplitOptions): Promise<SplitNetwork> {
  const { logger, output, signal } = options;
  const front = await openFront(options.port, options.publicOrigin);
  const keeper = createKeeper({ logger, output, endsWithinMs: ENDS_WITHIN_MS });
  const giveUp = () => {
    const failing = keeper.all().find(({ failures }) => failures() >= MOST_FAILURES);
    if (failing) return new SplitNotStarted(`${failing.name} does not start. What it says stands above.`);
    return signal?.aborted ? new SplitNotStarted('The start was given up.') : undefined;
  };
  let stopped: Promise<void> | undefined;
  const stop = async () => {
    await front.stop();
    await keeper.stop();
  };
  try {
    return { ...(await startBehind(front, keeper, options, giveUp)), stop: () => (stopped ??= stop()) };
  } catch (error) {
    await stop();
    throw error;
  }
}

type Front = Awaited<ReturnType<typeof openFront>>;

async function startBehind(
  front: Front,
  keeper: Keeper,
  options: SplitOptions,
  giveUp: () => Error | undefined,
): Promise<Omit<SplitNetwork, 'stop'>> {
  const { dir, demonstration, logLevel } = options;
  const installation = await openInstallation(dir, options.now);
  const [nodePort = 0, ...ports] = await freePorts(1 + instanceCount);
  const stores = await openSplitStores({ ...options, nodePort }, keeper);
  await stores.listening(giveUp);

  const address = `http://127.0.0.1:${front.port}`;
  const origins = originsOf(front.port, options.publicOrigin);
  const instances = shapeOf({
    ...{ ...stores, installation, origins, front: address, logLevel },
    keysFile: await writeKeys(dir, installation),
    demonstration: demonstration !== undefined,
    takePort: () => ports.pop()!,
  });
  const isOuter = ({ of }: { of: string }) => of === 'gateway' || of === 'identity';
  keeper.keep(...instances.filter((one) => !isOuter(one)));
  keeper.keep(...instances.filter(isOuter));
  const watching = watch(instances);
  keeper.closing(() => watching.stop());
  front.serve(instances, watching);
  await watching.allReady(giveUp);

  const lasting = keeper.all().slice();
  const loading = demonstration ? keeper.keep(loader(dir, demonstration, stores, logLevel)) : [];
  return {
    ...{ address, portal: origins[0]!, ...stores },
    processes: () =>
      new Map(lasting.flatMap((one) => (one.pid() === undefined ? [] : [[one.name, one.pid()!]]))),
    demonstrationEntered: Promise.all(loading.map((one) => one.over)).then(() => undefined),
    async allReady() {
      await stores.listening(() => undefined);
      await watching.allReady(() => undefined);
    },
  };
}

function loader(
  dir: string,
  part: 'all' | 'story',
  { eventStoreUrl, databaseUrl, databaseMigrationUrl }: SplitStores,
  logLevel: LogLevel,
): Program {
  return {
    name: 'demonstration',
    script: 'infra/programs/dist/enter-demonstration.js',
    args: part === 'story' ? ['--story'] : [],
    hasAnEnd: true,
    env: {
      ...{ STEZHKA_DATA: dir, EVENTSTORE_URL: eventStoreUrl, LOG_LEVEL: logLevel },
      ...{ DATABASE_URL: databaseUrl, DATABASE_MIGRATION_URL: databaseMigrationUrl },
    },
  };
}

async function writeKeys(dir: string, { keyRing }: Installation): Promise<string> {
  const { current } = keyRing;
  const path = join(dir, 'keys.json');
  const keys = { [current]: Buffer.from(keyRing.key(current)!).toString('base64url') };
  await writeFile(path, JSON.stringify({ current, keys }), { mode: 0o600 });
  return path;
}
