import { describe, expect, it } from '@jest/globals';
import { SettingsFaults } from '@stezhka/telemetry';
import { readServiceSettings } from './service-settings.js';

const complete = {
  EVENTSTORE_URL: 'esdb://localhost:2113?tls=false',
  DATABASE_URL: 'postgres://:word@localhost/',
  OIDC_ISSUER: 'https://login.example.org',
  OIDC_JWKS_URL: 'https://login.example.org/jwks',
  STEZHKA_SECRET: 's'.repeat(43),
};
const read = (env: Record<string, string>) => readServiceSettings(env, { port: 4001 });

function faultsOf(env: Record<string, string>): readonly string[] {
  try {
    read(env);
  } catch (error) {
    expect(error).toBeInstanceOf(SettingsFaults);
    return (error as SettingsFaults).faults;
  }
  return [];
}

describe('the settings of a service', () => {
  it('are few, and the rest has defaults', () => {
    expect(read(complete)).toEqual({
      ...{ host: '127.0.0.1', port: 4001, logLevel: 'info', audience: 'stezhka' },
      eventStoreUrl: complete.EVENTSTORE_URL,
      databaseUrl: complete.DATABASE_URL,
      issuer: complete.OIDC_ISSUER,
      jwksUrl: complete.OIDC_JWKS_URL,
      secret: complete.STEZHKA_SECRET,
    });
  });

  it('can all be given', () => {
    const migrating = 'postgresql://admin:word@localhost/';
    const given = { PORT: '0', HOST: '0.0.0.0', LOG_LEVEL: 'warn', OIDC_AUDIENCE: 'other' };
    expect(read({ ...complete, ...given, DATABASE_MIGRATION_URL: migrating })).toMatchObject({
      ...{ port: 0, host: '0.0.0.0', logLevel: 'warn', audience: 'other' },
      databaseMigrationUrl: migrating,
    });
  });

  it('are all told about at once, by name and never by value', () => {
    const wrong = {
      ...{ PORT: 'harbour', LOG_LEVEL: 'loud', EVENTSTORE_URL: 'http://hush', OIDC_ISSUER: 'hush' },
      ...{ DATABASE_URL: 'mysql://hush:hush@host', DATABASE_MIGRATION_URL: 'hush', STEZHKA_SECRET: 'hush' },
    };
    const faults = faultsOf(wrong);
    expect(faults.map((fault) => fault.split(' ')[0]).sort()).toEqual(
      [...Object.keys(wrong), 'OIDC_JWKS_URL'].sort(),
    );
    expect(faults.join()).not.toMatch(/hush|harbour|loud/);
    expect(faultsOf({})).toHaveLength(5);
  });

  it('are joined by what a service needs besides', () => {
    const besides = () => readServiceSettings({}, { port: 1 }, ['KEYS is not there']);
    expect(besides).toThrow(/KEYS.*STEZHKA_SECRET/s);
  });
});
