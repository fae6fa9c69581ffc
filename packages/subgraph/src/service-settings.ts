/**
 * What every service that runs as a process of its own must be told. Every fault is reported at once: an operator
 * should start once more, not five times. No value is repeated in a fault: connection strings hold passwords.
 */
import { type Environment, type LogLevel, SettingsReader } from '@stezhka/telemetry';

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

/**
 * `PORT`, `HOST` (127.0.0.1), `LOG_LEVEL` (info), `EVENTSTORE_URL`, `DATABASE_URL`, `DATABASE_MIGRATION_URL`,
 * `OIDC_ISSUER`, `OIDC_JWKS_URL`, `OIDC_AUDIENCE` (stezhka), `STEZHKA_SECRET`.
 * @param faults what the service found wrong with settings of its own
 * @throws SettingsFaults
 */
export function readServiceSettings(
  env: Environment,
  defaults: { readonly port: number },
  faults: readonly string[] = [],
): ServiceSettings {
  const from = new SettingsReader(env);
  for (const fault of faults) from.fault(fault);
  const postgres = ['postgres', 'postgresql'];
  const migrations = env.DATABASE_MIGRATION_URL
    ? { databaseMigrationUrl: from.address('DATABASE_MIGRATION_URL', ...postgres) }
    : {};
  const settings = {
    ...from.process(defaults),
    eventStoreUrl: from.address('EVENTSTORE_URL', 'esdb', 'esdb+discover', 'kurrentdb', 'kurrentdb+discover'),
    databaseUrl: from.address('DATABASE_URL', ...postgres),
    ...migrations,
    issuer: from.address('OIDC_ISSUER', 'https', 'http'),
    audience: env.OIDC_AUDIENCE || 'stezhka',
    jwksUrl: from.address('OIDC_JWKS_URL', 'https', 'http'),
    secret: from.secret('STEZHKA_SECRET'),
  };
  from.end();
  return settings;
}
