import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  base64url,
  type CryptoKey,
  createLocalJWKSet,
  exportJWK,
  exportSPKI,
  generateKeyPair,
  type JSONWebKeySet,
  type JWTHeaderParameters,
  type JWTPayload,
  SignJWT,
} from 'jose';
import { createAuthenticate } from './authenticate.js';
import { createTokenVerifier } from './token-verifier.js';

const issuer = 'https://login.example';
const audience = 'https://api.example';
const now = new Date('2024-05-01T10:00:00Z');
const seconds = now.getTime() / 1000;

let keys: JSONWebKeySet;
let own: CryptoKey;
let foreign: CryptoKey;
let publicText: string;

beforeAll(async () => {
  const pair = await generateKeyPair('RS256', { extractable: true });
  own = pair.privateKey;
  publicText = await exportSPKI(pair.publicKey);
  foreign = (await generateKeyPair('RS256')).privateKey;
  keys = { keys: [{ ...(await exportJWK(pair.publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' }] };
});

const good: JWTPayload = {
  iss: issuer,
  aud: audience,
  sub: 'ann',
  iat: seconds,
  exp: seconds + 60,
  auth_time: 5,
};

function sign(
  payload: JWTPayload,
  { key = own, ...header }: Partial<JWTHeaderParameters> & { key?: CryptoKey | Uint8Array } = {},
): Promise<string> {
  return new SignJWT(payload)
    .setProtectedHeader({ alg: 'RS256', kid: 'k1', typ: 'at+jwt', ...header })
    .sign(key);
}

const verifier = () => createTokenVerifier({ issuer, audience, jwks: keys, now: () => now });
const unauthenticated = { code: 'UNAUTHENTICATED', message: 'Sign-in is needed.' };

describe('a token that comes again', () => {
  const asked = { keys: 0, at: seconds };
  const counting = () => {
    Object.assign(asked, { keys: 0, at: seconds });
    const local = createLocalJWKSet(keys);
    return createTokenVerifier({
      ...{ issuer, audience, now: () => new Date(asked.at * 1000) },
      jwks: (header, token) => {
        asked.keys += 1;
        return local(header, token);
      },
    });
  };

  it('is looked at once in a minute', async () => {
    const verify = counting();
    const token = await sign({ ...good, exp: seconds + 300 });
    for (const later of [0, 1, 59]) {
      asked.at = seconds + later;
      expect(await verify.verify(token)).toMatchObject({ subject: 'ann' });
    }
    expect(asked.keys).toBe(1);
    asked.at = seconds + 60;
    await verify.verify(token);
    expect(asked.keys).toBe(2);
    asked.at = seconds - 60;
    await verify.verify(token);
    expect(asked.keys).toBe(3);
  });

  it('is good no longer than it says', async () => {
    const verify = counting();
    const token = await sign({ ...good, exp: seconds + 30 });
    await verify.verify(token);
    asked.at = seconds + 36;
    await expect(verify.verify(token)).rejects.toMatchObject(unauthenticated);
  });

  it('is nothing to another one that differs in a letter, and no bad one is remembered', async () => {
    const verify = counting();
    const token = await sign(good);
    await verify.verify(token);
    const altered = `${token.slice(0, -2)}${token.at(-2) === 'A' ? 'B' : 'A'}${token.at(-1)}`;
    for (let n = 0; n < 2; n += 1)
      await expect(verify.verify(altered)).rejects.toMatchObject(unauthenticated);
    expect(asked.keys).toBe(3);
  });
});

describe('a token', () => {
  it('says who it speaks for', async () => {
    expect(await verifier().verify(await sign(good))).toEqual({
      issuer,
      subject: 'ann',
      authTime: 5,
      expiresAt: new Date('2024-05-01T10:01:00Z'),
    });
  });

  it('is believed by the other algorithms of the list too', async () => {
    for (const alg of ['ES256', 'EdDSA']) {
      const { publicKey, privateKey } = await generateKeyPair(alg);
      const jwks = { keys: [{ ...(await exportJWK(publicKey)), kid: alg }] };
      const token = await sign(good, { alg, kid: alg, key: privateKey });
      expect(
        await createTokenVerifier({ issuer, audience, jwks, now: () => now }).verify(token),
      ).toMatchObject({
        subject: 'ann',
      });
    }
  });

  const part = (value: object) => base64url.encode(JSON.stringify(value));
  const bad: [string, () => Promise<string>][] = [
    ['signed by another key', () => sign(good, { key: foreign })],
    ['of a key that nobody knows', () => sign(good, { kid: 'k2' })],
    ['that has expired', () => sign({ ...good, exp: seconds - 10 })],
    ['that never expires', () => sign({ ...good, exp: undefined as never })],
    ['that is not valid yet', () => sign({ ...good, nbf: seconds + 60 })],
    ['for another audience', () => sign({ ...good, aud: 'https://other.example' })],
    ['for no audience', () => sign({ ...good, aud: undefined as never })],
    ['of another issuer', () => sign({ ...good, iss: `${issuer}/` })],
    ['about nobody', () => sign({ ...good, sub: undefined as never })],
    ['about an empty name', () => sign({ ...good, sub: '' })],
    ['that is an ID token', () => sign(good, { typ: 'JWT' })],
    ['without a type', () => sign(good, { typ: undefined as never })],
    ['that is not signed', async () => `${part({ alg: 'none', typ: 'at+jwt' })}.${part(good)}.`],
    [
      'signed with the public key for a secret',
      () => sign(good, { alg: 'HS256', key: new TextEncoder().encode(publicText) }),
    ],
    [
      'whose content was changed',
      async () => (await sign(good)).replace(/\.[^.]+\./, `.${part({ ...good, sub: 'eve' })}.`),
    ],
    ['that brings its own key', async () => sign(good, { key: foreign, jwk: keys.keys[0]! })],
    ['that is none', async () => 'Canary'],
    ['that is three times nothing', async () => '..'],
    ['longer than any', async () => `${await sign(good)}${'A'.repeat(9_000)}`],
  ];
  for (const [what, make] of bad)
    it(`is not believed ${what}`, async () => {
      const token = await make();
      const refused = await verifier()
        .verify(token)
        .catch((error: unknown) => error);
      expect(refused).toMatchObject(unauthenticated);
      expect((refused as Error).cause).toBeUndefined();
    });
});

describe("the issuer's keys", () => {
  let asked = 0;
  let status = 200;
  const server = createServer((_request, response) => {
    asked += 1;
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(keys));
  });
  let url: string;
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks`;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  it('are fetched at the first token, and not again for one that was signed with others', async () => {
    asked = 0;
    const remote = createTokenVerifier({ issuer, audience, jwks: { url }, now: () => now });
    expect(asked).toBe(0);
    for (let n = 0; n < 3; n++) await remote.verify(await sign(good));
    for (let n = 0; n < 3; n++)
      await expect(remote.verify(await sign(good, { kid: `k${n + 5}` }))).rejects.toMatchObject(
        unauthenticated,
      );
    expect(asked).toBe(1);
  });

  it('are no fault of the token when they cannot be had', async () => {
    status = 500;
    const failing = createTokenVerifier({ issuer, audience, jwks: { url }, now: () => now });
    const away = createTokenVerifier({
      issuer,
      audience,
      jwks: { url: 'http://127.0.0.1:1/' },
      now: () => now,
    });
    for (const remote of [failing, away])
      await expect(remote.verify(await sign(good))).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  });
});

describe('a header', () => {
  const authenticate = () =>
    createAuthenticate({
      verifier: verifier(),
      written: () => 0,
      membership: {
        viewerOf: async ({ issuer, subject }) =>
          subject === 'ann'
            ? { staffId: 's1', actorId: 'maple', issuer, subject, roles: [], certifications: [] }
            : undefined,
      },
    });

  it('that is absent is nobody', async () => {
    expect(await authenticate()(undefined, now)).toBeUndefined();
  });

  it('with the token of a member is the member', async () => {
    expect(await authenticate()(`Bearer ${await sign(good)}`, now)).toMatchObject({ staffId: 's1' });
    expect(await authenticate()(`bearer ${await sign(good)}`, now)).toMatchObject({ staffId: 's1' });
  });

  it('with the token of a stranger is nobody', async () => {
    expect(await authenticate()(`Bearer ${await sign({ ...good, sub: 'eve' })}`, now)).toBeUndefined();
  });

  for (const header of ['', 'Bearer', 'Bearer ', 'Basic YTpi', 'Bearer a b', 'Canary'])
    it(`"${header}" is refused`, async () => {
      await expect(authenticate()(header, now)).rejects.toMatchObject(unauthenticated);
    });
});
