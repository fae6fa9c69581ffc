/** The only reader of the environment: every setting with its default, every fault reported at once. */
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import type { LogLevel } from '@stezhka/telemetry';

export interface Settings {
  /** Where everything is kept. */
  readonly dir: string;
  readonly port: number;
  /** `https://…` under which a proxy with TLS offers the network to others; this machine alone if absent. */
  readonly publicOrigin?: string;
  readonly logLevel: LogLevel;
  /** Connection string of an event store; the embedded node if absent. */
  readonly eventStoreUrl?: string;
  /** Connection string of a PostgreSQL server; the embedded one if absent. */
  readonly databaseUrl?: string;
  /** Connects with the right to create databases and roles; `databaseUrl` if absent. */
  readonly databaseMigrationUrl?: string;
  /** Forget everything first. */
  readonly reset: boolean;
  /** Start without demonstration data. */
  readonly empty: boolean;
}

export class SettingsFault extends Error {
  override readonly name = 'SettingsFault';
  constructor(readonly faults: readonly string[]) {
    super(faults.join('\n'));
  }
}

const levels: readonly LogLevel[] = ['debug', 'info', 'warn', 'error', 'silent'];

/** @throws SettingsFault naming everything that is wrong. */
export function readSettings(
  env: NodeJS.ProcessEnv,
  flags: readonly string[],
  as: { readonly cwd: string; readonly root: boolean },
): Settings {
  const faults: string[] = [];
  const port = Number(env.PORT ?? 4600);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) faults.push('PORT is a number from 0 to 65535.');
  const logLevel = (env.LOG_LEVEL ?? 'warn') as LogLevel;
  if (!levels.includes(logLevel)) faults.push(`LOG_LEVEL is one of ${levels.join(', ')}.`);
  const publicOrigin = originOf(env.PUBLIC_ORIGIN, faults);
  for (const flag of flags)
    if (flag !== '--reset' && flag !== '--empty') faults.push('The only flags are --reset and --empty.');
  const eventStoreUrl = connection(env, 'EVENTSTORE_URL', ['esdb:', 'esdb+discover:', 'kurrentdb:'], faults);
  const databaseUrl = connection(env, 'DATABASE_URL', ['postgres:', 'postgresql:'], faults);
  const databaseMigrationUrl = connection(
    env,
    'DATABASE_MIGRATION_URL',
    ['postgres:', 'postgresql:'],
    faults,
  );
  if (databaseMigrationUrl && !databaseUrl)
    faults.push('DATABASE_MIGRATION_URL needs DATABASE_URL beside it.');
  if (faults.length > 0) throw new SettingsFault(faults);
  return {
    dir: dataDirectory(env.STEZHKA_DATA, as),
    port,
    logLevel,
    ...(publicOrigin ? { publicOrigin } : {}),
    ...(eventStoreUrl ? { eventStoreUrl } : {}),
    ...(databaseUrl ? { databaseUrl } : {}),
    ...(databaseMigrationUrl ? { databaseMigrationUrl } : {}),
    reset: flags.includes('--reset'),
    empty: flags.includes('--empty'),
  };
}

/** As root the data lies where PostgreSQL, which will not run as root, can reach it. */
function dataDirectory(asked: string | undefined, as: { cwd: string; root: boolean }): string {
  if (asked) return resolve(as.cwd, asked.replace(/^~(?=\/|$)/, homedir()));
  return as.root ? '/var/lib/stezhka' : join(as.cwd, '.stezhka');
}

/** A browser keeps the session's cookie on https alone, this machine excepted. */
function originOf(value: string | undefined, faults: string[]): string | undefined {
  if (!value) return undefined;
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url?.protocol === 'https:' && url.href === `${url.origin}/`) return url.origin;
  faults.push('PUBLIC_ORIGIN is an address that begins with https:// and has no path.');
  return undefined;
}

function connection(
  env: NodeJS.ProcessEnv,
  name: string,
  protocols: readonly string[],
  faults: string[],
): string | undefined {
  const value = env[name];
  if (!value) return undefined;
  if (!protocols.some((protocol) => value.startsWith(`${protocol}//`)))
    faults.push(`${name} is a connection string that begins with ${protocols[0]}//.`);
  return value;
}
