/** Where to enter in the grown shape: told by the same names as its services are. */
import { type Environment, SettingsReader } from '@stezhka/telemetry';
import type { Installation } from '../installation.js';
import type { StoreOptions } from '../stores.js';

export interface Where
  extends Pick<StoreOptions, 'dir' | 'eventStoreUrl' | 'databaseUrl' | 'databaseMigrationUrl'>,
    Pick<Installation, 'secret' | 'issuer' | 'identitySecret'> {}

export const isGrown = (env: Environment): boolean => Boolean(env.STEZHKA_SECRET);

/**
 * `STEZHKA_SECRET`, `IDENTITY_SECRET`, `OIDC_ISSUER`, `EVENTSTORE_URL`, `DATABASE_URL`, `DATABASE_MIGRATION_URL`.
 * @throws SettingsFaults
 */
export function readGrown(env: Environment): Where {
  const from = new SettingsReader(env);
  const postgres = ['postgres', 'postgresql'];
  const where: Where = {
    // Nothing is kept there: both stores are elsewhere.
    dir: '.',
    eventStoreUrl: from.address('EVENTSTORE_URL', 'esdb', 'esdb+discover', 'kurrentdb', 'kurrentdb+discover'),
    databaseUrl: from.address('DATABASE_URL', ...postgres),
    databaseMigrationUrl: from.address('DATABASE_MIGRATION_URL', ...postgres),
    issuer: from.address('OIDC_ISSUER', 'https', 'http'),
    secret: from.secret('STEZHKA_SECRET'),
    identitySecret: Buffer.from(from.secret('IDENTITY_SECRET'), 'base64url'),
  };
  from.end();
  return where;
}
