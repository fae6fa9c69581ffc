/** What identity must be told when it runs alone. */
import { type Environment, type LogLevel, SettingsReader } from '@stezhka/telemetry';

export interface IdentitySettings {
  readonly host: string;
  readonly port: number;
  readonly logLevel: LogLevel;
  /** How long requests are still taken after it was told to stop. */
  readonly drainMs: number;
  readonly databaseUrl: string;
  readonly databaseMigrationUrl?: string;
  readonly issuer: string;
  readonly audience: string;
  readonly secret: Uint8Array;
  /** The portal's addresses, which people are sent back to. */
  readonly origins: readonly string[];
  readonly clientId: string;
  readonly clientSecret?: string;
  /** Opens the sign-in by name and password for the command line; never with real people. */
  readonly demonstration: boolean;
  /** What a balancer says of who asked is believed. */
  readonly trustProxy: boolean;
}

/**
 * `ORIGINS`: the portal's addresses, with commas between. `IDENTITY_SECRET`: 32 random bytes in base64url, the same in
 * all instances. `OIDC_CLIENT_ID` (stezhka-portal), `OIDC_CLIENT_SECRET`, `TRUST_PROXY` (no), `DEMONSTRATION` (no),
 * `PORT` (4005), `HOST`, `LOG_LEVEL`, `DRAIN_MS`, `DATABASE_URL`, `DATABASE_MIGRATION_URL`, `OIDC_ISSUER`,
 * `OIDC_AUDIENCE`.
 * @throws SettingsFaults
 */
export function readEnvironment(env: Environment): IdentitySettings {
  const from = new SettingsReader(env);
  const postgres = ['postgres', 'postgresql'];
  const settings: IdentitySettings = {
    ...from.process({ port: 4005 }),
    drainMs: from.duration('DRAIN_MS', 1_000),
    databaseUrl: from.address('DATABASE_URL', ...postgres),
    ...(env.DATABASE_MIGRATION_URL
      ? { databaseMigrationUrl: from.address('DATABASE_MIGRATION_URL', ...postgres) }
      : {}),
    issuer: from.address('OIDC_ISSUER', 'https', 'http'),
    audience: env.OIDC_AUDIENCE || 'stezhka',
    secret: Buffer.from(from.secret('IDENTITY_SECRET'), 'base64url'),
    origins: from.addresses('ORIGINS', 'https', 'http'),
    clientId: env.OIDC_CLIENT_ID || 'stezhka-portal',
    ...(env.OIDC_CLIENT_SECRET ? { clientSecret: env.OIDC_CLIENT_SECRET } : {}),
    demonstration: from.yes('DEMONSTRATION'),
    trustProxy: from.yes('TRUST_PROXY'),
  };
  from.end();
  return settings;
}
