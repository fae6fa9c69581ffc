import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { SettingsFaults } from '@stezhka/telemetry';
import { readEnvironment } from './environment.js';

const directory = mkdtempSync(join(tmpdir(), 'stezhka-keys-'));
afterAll(() => rmSync(directory, { recursive: true }));

const key = () => randomBytes(32);
const file = (content: unknown): string => {
  const path = join(directory, `${randomBytes(4).toString('hex')}.json`);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};
const complete = {
  EVENTSTORE_URL: 'esdb://localhost:2113?tls=false',
  DATABASE_URL: 'postgres://:word@localhost/',
  OIDC_ISSUER: 'https://login.example.org',
  OIDC_JWKS_URL: 'https://login.example.org/jwks',
  STEZHKA_SECRET: 's'.repeat(43),
};
const withKeys = (path: string) => readEnvironment({ ...complete, STEZHKA_KEYS_FILE: path });

describe('the keys of the vault', () => {
  it('are read by epoch', () => {
    const [old, newer] = [key(), key()];
    const kept = { e1: old.toString('base64url'), e2: newer.toString('base64url') };
    const { keyRing } = withKeys(file({ current: 'e2', keys: kept }));
    expect(keyRing.current).toBe('e2');
    expect(keyRing.key('e1')).toEqual(old);
    expect(keyRing.key('e2')).toEqual(newer);
    expect(keyRing.key('e3')).toBeUndefined();
  });

  it.each([
    ['is no file', join(directory, 'absent')],
    ['is no JSON', file('hush')],
    ['is nothing', file('null')],
    ['has no keys', file({ current: 'e1' })],
    ['has a key that is too short', file({ current: 'e1', keys: { e1: 'hush' } })],
    ['has no key for the current epoch', file({ current: 'e2', keys: { e1: key().toString('base64url') } })],
  ])('are refused where the file %s', (_, path) => {
    expect(() => withKeys(path)).toThrow(SettingsFaults);
    expect(() => withKeys(path)).toThrow(/STEZHKA_KEYS_FILE/);
    expect(() => withKeys(path)).not.toThrow(/hush/);
  });

  it('are told about with everything else that is wrong', () => {
    expect(() => readEnvironment({})).toThrow(/STEZHKA_KEYS_FILE.*STEZHKA_SECRET/s);
  });
});
