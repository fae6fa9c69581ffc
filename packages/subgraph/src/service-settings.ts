/**
 * What every service that runs as a process of its own must be told. Every fault is reported at once: an operator
 * should start once more, not five times. No value is repeated in a fault: connection strings hold passwords.
 */
import type { LogLevel } from '@stezhka/telemetry';

/** The process's environment, or a test's. */
export type Environment = Readonly<Record<string, string | undefined>>;

export interface ServiceSettings {
  readonly host: string;
  /** 0 for any free one. */
  readonly port: number;
  readonly logLevel: LogLevel;
  /** Connection string of the event store. */
  readonly eventStoreUrl: string;
  /** The server of the service's database, with the password of its login role. */
  readonly databaseUrl: string;
  /** The same server as an administrator: databases, roles and migrations are made if this is given. */
  readonly databaseMigrationUrl?: string;
  /** The OpenID issuer's identifier, compared exactly. */
  readonly issuer: string;
  readonly audience: string;
  /** Where the issuer's public keys are. */
  readonly jwksUrl: string;
  /** The installation's secret, the same in all services. */
  readonly secret: string;
}

/** Everything that is wrong with an environment, each fault naming its variable. */
export class SettingsFaults extends Error {
  override readonly name = 'SettingsFaults';
  constructor(readonly faults: readonly string[]) {
    super(`The environment is not complete:\n${faults.join('\n')}`);
  }
}

const levels: readonly LogLevel[] = ['debug', 'info', 'warn', 'error', 'silent'];
const SHORTEST_SECRET = 32;

/**
 * `PORT`, `HOST` (127.0.0.1), `LOG_LEVEL` (info), `EVENTSTORE_URL`, `DATABASE_URL`, `DATABASE_MIGRATION_URL`,
 * `OIDC_ISSUER`, `OIDC_JWKS_URL`, `OIDC_AUDIENCE` (stezhka), `STEZHKA_SECRET`.
 * @param faults what the service found wrong with settings of its own
 * @throws SettingsFaults
 */
export function readServiceSettings(
  env: Environment,
  defaults: { readonly port: number },
  faults: string[] = [],
): ServiceSettings {
  const port = Number(env.PORT || defaults.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) faults.push('PORT is a number from 0 to 65535');
  const logLevel = levels.find((level) => level === (env.LOG_LEVEL || 'info'));
  if (!logLevel) faults.push(`LOG_LEVEL is one of ${levels.join(', ')}`);
  const address = (name: string, ...protocols: readonly string[]): string => {
    const value = env[name] ?? '';
    if (!protocols.some((protocol) => value.startsWith(`${protocol}://`)))
      faults.push(`${name} is an address that begins with ${protocols[0]}://`);
    return value;
  };
  const secret = env.STEZHKA_SECRET ?? '';
  if (secret.length < SHORTEST_SECRET)
    faults.push(`STEZHKA_SECRET has at least ${SHORTEST_SECRET} characters`);
  const migrations = env.DATABASE_MIGRATION_URL
    ? { databaseMigrationUrl: address('DATABASE_MIGRATION_URL', 'postgres', 'postgresql') }
    : {};
  const settings = {
    ...{ host: env.HOST || '127.0.0.1', port, logLevel: logLevel ?? 'info' },
    eventStoreUrl: address('EVENTSTORE_URL', 'esdb', 'esdb+discover', 'kurrentdb', 'kurrentdb+discover'),
    databaseUrl: address('DATABASE_URL', 'postgres', 'postgresql'),
    ...migrations,
    issuer: address('OIDC_ISSUER', 'https', 'http'),
    audience: env.OIDC_AUDIENCE || 'stezhka',
    jwksUrl: address('OIDC_JWKS_URL', 'https', 'http'),
    secret,
  };
  if (faults.length > 0) throw new SettingsFaults(faults);
  return settings;
}
