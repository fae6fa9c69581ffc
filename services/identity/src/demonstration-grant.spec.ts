import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createLocalJWKSet, decodeJwt, jwtVerify } from 'jose';
import {
  type IdentityCluster,
  issuer,
  type RunningIdentity,
  startIdentityCluster,
} from '../toys/provider-network.js';
import { requestToken } from '../toys/sign-in.js';
import { demonstrationGrantType } from './index.js';

const account = {
  subject: 'subject-1',
  name: 'kateryna',
  password: 'demonstration',
  displayName: 'Kateryna',
};
const ask = { grant_type: demonstrationGrantType, client_id: 'stezhka-cli' };

let cluster: IdentityCluster;
let running: RunningIdentity;

beforeAll(async () => {
  cluster = await startIdentityCluster();
  running = await cluster.start();
  await running.identity.createAccount(account);
});
afterAll(async () => {
  await running.stop();
  await cluster.stop();
});

describe('a token for a demonstration', () => {
  it('is an access token like any other', async () => {
    const before = Math.floor(Date.now() / 1000);
    const { status, json } = await requestToken(running.address, {
      ...ask,
      username: 'Kateryna ',
      password: account.password,
    });
    expect({ status, ...json }).toEqual({
      status: 200,
      access_token: expect.any(String),
      expires_in: 600,
      token_type: 'Bearer',
      scope: 'api',
    });
    const { payload } = await jwtVerify(json.access_token, createLocalJWKSet(running.identity.jwks()), {
      issuer,
      audience: 'stezhka',
      typ: 'at+jwt',
    });
    expect(payload.sub).toBe(account.subject);
    expect(payload.auth_time).toBeGreaterThanOrEqual(before);
    expect(json.access_token).not.toContain(Buffer.from('Kateryna').toString('base64').slice(0, 8));
  });

  it('is not given for a wrong password, and after a few of them not for the right one', async () => {
    const guess = (password: string, username = 'guessed') =>
      requestToken(running.address, { ...ask, username, password });
    await running.identity.createAccount({ ...account, subject: 'subject-2', name: 'guessed' });
    const refused = { status: 400, json: { error: 'invalid_grant' } };
    const wrong = await guess('wrong');
    expect(wrong).toMatchObject(refused);
    expect(await guess('wrong', 'nobody')).toEqual(wrong);
    await Promise.all(Array.from({ length: 6 }, () => guess('wrong')));
    expect(await guess(account.password)).toMatchObject({ status: 400, json: { error: 'slow_down' } });
    expect(await requestToken(running.address, { ...ask })).toMatchObject({ status: 400 });
  });

  it('is not given to the client of the portal, nor where no demonstration was asked for', async () => {
    const credentials = { username: account.name, password: account.password };
    const portal = await requestToken(running.address, { ...ask, ...credentials, client_id: 'portal' });
    expect(portal.status).toBe(400);
    const real = await cluster.start({ demonstration: false });
    const answer = await requestToken(real.address, { ...ask, ...credentials });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.json.access_token).toBeUndefined();
    await real.stop();
  });
});

describe('an account', () => {
  it('is made once', async () => {
    const { createAccount } = running.identity;
    const first = await createAccount({ name: 'iryna', password: 'long enough', displayName: 'Iryna' });
    expect(await createAccount({ name: ' IRYNA', password: 'another one', displayName: 'Other' })).toEqual(
      first,
    );
    const taken = { ...account, name: 'iryna' };
    await expect(createAccount(taken)).rejects.toMatchObject({ code: 'NAME_TAKEN' });
    await expect(createAccount({ ...account, name: 'new' })).rejects.toMatchObject({ code: 'SUBJECT_TAKEN' });
    const weak = { name: 'weak', password: 'short', displayName: 'W' };
    await expect(createAccount(weak)).rejects.toMatchObject({ code: 'WEAK_PASSWORD' });
    const atOnce = { name: 'at once', password: 'long enough', displayName: 'At once' };
    const subjects = await Promise.all([1, 2, 3].map(() => createAccount(atOnce)));
    expect(new Set(subjects.map(({ subject }) => subject)).size).toBe(1);
    const names = await running.identity.displayNames([first.subject, account.subject, 'nobody']);
    expect([...names]).toEqual(
      expect.arrayContaining([
        [first.subject, 'Iryna'],
        [account.subject, 'Kateryna'],
      ]),
    );
    expect(names.size).toBe(2);
  });
});

describe('people who share a password', () => {
  const shared = {
    password: 'known to all',
    people: ['vira', 'nadiia'].map((name) => ({ name, displayName: `Shown ${name}` })),
  };

  it('sign in by it, each as herself, and are made once', async () => {
    const { createAccount, createAccountsSharing } = running.identity;
    await createAccountsSharing(shared);
    await createAccountsSharing({ ...shared, password: 'another one' });
    for (const username of ['vira', 'nadiia']) {
      const { subject } = await createAccount({ name: username, password: 'never used', displayName: '' });
      const { json } = await requestToken(running.address, { ...ask, username, password: shared.password });
      expect(decodeJwt(json.access_token).sub).toBe(subject);
    }
    const weak = { password: 'short', people: [{ name: 'weak', displayName: 'W' }] };
    await expect(createAccountsSharing(weak)).rejects.toMatchObject({ code: 'WEAK_PASSWORD' });
  });

  it('are not let into a real installation', async () => {
    const real = await cluster.start({ demonstration: false });
    const refused = { code: 'NO_DEMONSTRATION' };
    await expect(real.identity.createAccountsSharing(shared)).rejects.toMatchObject(refused);
    await real.stop();
  });
});

describe('the keys', () => {
  it('cannot be read without the secret of the data directory', async () => {
    await expect(cluster.start({ secret: Buffer.alloc(32, 8) })).rejects.toMatchObject({
      code: 'SEALED_OTHERWISE',
    });
    const rows = await cluster.readModel.asRecorder((tx) =>
      tx.selectFrom('signing_key').selectAll().execute(),
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.sealed.toString('latin1')).not.toContain('"d"');
  });

  it('are readable to no projector and no viewer', async () => {
    const read = cluster.readModel.asProjector('spec', (tx) =>
      tx.selectFrom('signing_key').selectAll().execute(),
    );
    await expect(read).rejects.toThrow();
  });
});
