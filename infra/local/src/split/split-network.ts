/**
 * The network as separate processes on this machine: the event store's node, a PostgreSQL server, two instances of
 * every service, and one address before them. What dies is started again.
 */
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger, LogLevel } from '@stezhka/telemetry';
import { type Installation, openInstallation } from '../installation.js';
import { originsOf } from '../portal.js';
import { openFront } from './front.js';
import { type Kept, keepAlive, type Program } from './keep-alive.js';
import { freePorts, untilListening } from './ports.js';
import { keepPostgres } from './postgres.js';
import { nodeProgram, shapeOf } from './shape.js';
import { type Watch, watch } from './watch.js';

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
  /** Gateways and provider first, then services, then the stores: each has what it needs to end in order. */
  stop(): Promise<void>;
}

/** A process ends again and again before it was ready for the first time. */
export class SplitNotStarted extends Error {
  override readonly name = 'SplitNotStarted';
  constructor(readonly process: string) {
    super(`${process} does not start`);
  }
}

const MOST_FAILURES = 6;
const ENDS_WITHIN_MS = 20_000;
/** Four services with two instances each, provider and gateway. */
const INSTANCES = 12;

export async function startSplit(options: SplitOptions): Promise<SplitNetwork> {
  const { dir, logger, output, demonstration } = options;
  const opened: (() => Promise<unknown>)[] = [];
  let stopped: Promise<void> | undefined;
  const stop = async () => {
    for (const close of opened.splice(0).reverse()) await close();
  };
  const keep = (program: Program): Kept =>
    keepAlive(program, { logger, output, endsWithinMs: ENDS_WITHIN_MS });
  const keepAll = (programs: readonly Program[]): readonly Kept[] => {
    const all = programs.map(keep);
    opened.push(() => Promise.all(all.map((one) => one.stop())));
    return all;
  };
  try {
    const front = await openFront(options.port, options.publicOrigin);
    opened.push(() => front.stop());
    const installation = await openInstallation(dir, options.now);
    const [nodePort = 0, ...ports] = await freePorts(1 + INSTANCES);
    const postgres = options.databaseUrl ? undefined : await keepPostgres(join(dir, 'postgres'), logger);
    if (postgres) opened.push(() => postgres.stop());
    const events = join(dir, 'events');
    await mkdir(events, { recursive: true, mode: 0o700 });
    await chmod(events, 0o700);
    const node = options.eventStoreUrl ? [] : keepAll([nodeProgram(events, nodePort)]);
    if (node.length > 0) await untilListening(nodePort, () => failing(node));

    const eventStoreUrl = options.eventStoreUrl ?? `esdb://127.0.0.1:${nodePort}?tls=false`;
    const databaseUrl = postgres?.adminUrl ?? options.databaseUrl!;
    const databaseMigrationUrl = options.databaseMigrationUrl ?? databaseUrl;
    const address = `http://127.0.0.1:${front.port}`;
    const origins = originsOf(front.port, options.publicOrigin);
    const instances = shapeOf({
      ...{ installation, origins, front: address, nodePort },
      ...{ eventStoreUrl, databaseUrl, databaseMigrationUrl },
      keysFile: await writeKeys(dir, installation),
      demonstration: demonstration !== undefined,
      logLevel: options.logLevel,
      takePort: () => ports.pop()!,
    });
    const isOuter = ({ of }: { of: string }) => of === 'gateway' || of === 'identity';
    const kept = [
      ...node,
      ...keepAll(instances.filter((one) => !isOuter(one))),
      ...keepAll(instances.filter(isOuter)),
    ];
    const watching: Watch = watch(instances);
    opened.push(() => watching.stop());
    front.serve(instances, watching);
    await watching.allReady(() => failing(kept));
    const loading = demonstration ? keepAll([loaderOf(demonstration)]) : [];
    function loaderOf(part: 'all' | 'story'): Program {
      return {
        name: 'demonstration',
        script: 'infra/local/dist/split/load.js',
        args: part === 'story' ? ['--story'] : [],
        hasAnEnd: true,
        env: {
          ...{ STEZHKA_DATA: dir, EVENTSTORE_URL: eventStoreUrl, LOG_LEVEL: options.logLevel },
          ...{ DATABASE_URL: databaseUrl, DATABASE_MIGRATION_URL: databaseMigrationUrl },
        },
      };
    }
    return {
      address,
      portal: origins[0]!,
      eventStoreUrl,
      databaseMigrationUrl,
      processes: () =>
        new Map(kept.flatMap((one) => (one.pid() === undefined ? [] : [[one.name, one.pid()!]]))),
      demonstrationEntered: Promise.all(loading.map((one) => one.over)).then(() => undefined),
      async allReady() {
        if (node.length > 0) await untilListening(nodePort, () => undefined);
        await watching.allReady(() => undefined);
      },
      stop: () => (stopped ??= stop()),
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function failing(kept: readonly Kept[]): SplitNotStarted | undefined {
  const one = kept.find(({ failures }) => failures() >= MOST_FAILURES);
  return one && new SplitNotStarted(one.name);
}

async function writeKeys(dir: string, { keyRing }: Installation): Promise<string> {
  const { current } = keyRing;
  const path = join(dir, 'keys.json');
  const keys = { [current]: Buffer.from(keyRing.key(current)!).toString('base64url') };
  await writeFile(path, JSON.stringify({ current, keys }), { mode: 0o600 });
  return path;
}
