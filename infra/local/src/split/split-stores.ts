/** The two stores of the split shape: the node as a process, PostgreSQL as a server; or those that already run elsewhere. */
import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from '@stezhka/telemetry';
import type { Keeper } from './keep-alive.js';
import { untilListening } from './ports.js';
import { keepPostgres } from './postgres.js';

export interface SplitStores {
  readonly eventStoreUrl: string;
  readonly databaseUrl: string;
  readonly databaseMigrationUrl: string;
  /** Resolves when the node listens; at once if it is none of ours. Rejects with what `giveUp` returns. */
  listening(giveUp: () => Error | undefined): Promise<void>;
}

export interface SplitStoresOptions {
  readonly dir: string;
  readonly nodePort: number;
  readonly logger: Logger;
  readonly eventStoreUrl?: string;
  readonly databaseUrl?: string;
  readonly databaseMigrationUrl?: string;
}

export async function openSplitStores(options: SplitStoresOptions, keeper: Keeper): Promise<SplitStores> {
  const { dir, nodePort, logger } = options;
  const postgres = options.databaseUrl ? undefined : await keepPostgres(join(dir, 'postgres'), logger);
  if (postgres) keeper.closing(() => postgres.stop());
  const databaseUrl = postgres?.adminUrl ?? options.databaseUrl!;
  const databases = { databaseUrl, databaseMigrationUrl: options.databaseMigrationUrl ?? databaseUrl };
  const { eventStoreUrl } = options;
  if (eventStoreUrl) return { ...databases, eventStoreUrl, listening: async () => undefined };

  const events = join(dir, 'events');
  await mkdir(events, { recursive: true, mode: 0o700 });
  await chmod(events, 0o700);
  const script = 'packages/event-store-node/dist/main.js';
  keeper.keep({ name: 'event-store-1', script, args: ['--dir', events, '--port', String(nodePort)] });
  return {
    ...databases,
    eventStoreUrl: `esdb://127.0.0.1:${nodePort}?tls=false`,
    listening: (giveUp) => untilListening(nodePort, giveUp),
  };
}
