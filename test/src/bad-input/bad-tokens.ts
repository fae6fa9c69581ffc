/** Authorizations that are worth nothing: none, broken, forged, of somebody else's issuer, too late. */
import { generateKeyPair, importJWK, SignJWT } from 'jose';
import type { Scene } from '../every-mutation/scene.js';
import { canary } from './fit-to-send.js';

export interface BadToken {
  readonly what: string;
  readonly from: (scene: Scene) => Promise<string | undefined>;
  /** By how many milliseconds the network's clock is ahead when it is used. */
  readonly ahead?: number;
}

const goodToken = ({ people }: Scene) => people.caseworker.token;
const encoded = (claims: object) => Buffer.from(JSON.stringify(claims)).toString('base64url');
const decoded = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString()) as object;

/** The good token with one of its three parts exchanged. */
function exchanged(scene: Scene, part: 0 | 1 | 2, by: (part: string) => string): string {
  const parts = goodToken(scene).split('.');
  return `Bearer ${parts.map((one, n) => (n === part ? by(one) : one)).join('.')}`;
}

export const badTokens: readonly BadToken[] = [
  { what: 'one that has ended', from: async (scene) => `Bearer ${goodToken(scene)}`, ahead: 3_600_000 },
  { what: 'none', from: async () => undefined },
  { what: 'nothing', from: async () => '' },
  { what: 'the word alone', from: async () => 'Bearer' },
  { what: 'a name', from: async () => `Bearer ${canary}` },
  { what: 'three names', from: async () => `Bearer ${canary}.${canary}.${canary}` },
  { what: 'a password', from: async () => `Basic ${Buffer.from(`${canary}:${canary}`).toString('base64')}` },
  { what: 'the token without its word', from: async (scene) => goodToken(scene) },
  { what: 'two of them', from: async (scene) => `Bearer ${goodToken(scene)} Bearer ${goodToken(scene)}` },
  { what: 'a token cut short', from: async (scene) => `Bearer ${goodToken(scene).slice(0, -5)}` },
  { what: 'another signature', from: async (scene) => exchanged(scene, 2, () => 'A'.repeat(86)) },
  { what: 'no signature', from: async (scene) => exchanged(scene, 2, () => '') },
  {
    what: 'another person in it',
    from: async (scene) => exchanged(scene, 1, (part) => encoded({ ...decoded(part), sub: canary })),
  },
  {
    what: 'no algorithm',
    from: async (scene) =>
      exchanged(scene, 0, (part) => encoded({ ...decoded(part), alg: 'none' })).replace(/[^.]*$/, ''),
  },
  { what: 'a key of one’s own', from: (scene) => signed(scene, 'ES256') },
  { what: 'the public key as a secret', from: (scene) => signed(scene, 'HS256') },
];

/** The good claims, with a signature that anybody can make. */
async function signed(scene: Scene, alg: 'ES256' | 'HS256'): Promise<string> {
  const [header, claims] = goodToken(scene)
    .split('.')
    .map((part) => (part ? part : ''));
  const { kid } = decoded(header!) as { kid: string };
  const [published] = scene.network.identity.jwks().keys;
  const key =
    alg === 'ES256'
      ? (await generateKeyPair('ES256')).privateKey
      : await importJWK({ kty: 'oct', k: encoded(published!) }, 'HS256');
  return `Bearer ${await new SignJWT(decoded(claims!) as never).setProtectedHeader({ alg, kid, typ: 'at+jwt' }).sign(key)}`;
}
