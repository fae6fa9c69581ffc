/**
 * From a bearer token to who it speaks for. Every service verifies by itself, so a token is worth the same at the
 * gateway and behind it. What is wrong with a bad token is told to nobody: the answer would help only a forger.
 */
import { Refusal } from '@stezhka/vocabulary';
import {
  createLocalJWKSet,
  createRemoteJWKSet,
  errors,
  type JSONWebKeySet,
  type JWTPayload,
  type JWTVerifyGetKey,
  jwtVerify,
} from 'jose';
import { rememberVerified } from './remembered-tokens.js';

/** What a valid access token says. Roles are not in it: they belong to the registry. */
export interface TokenClaims {
  readonly issuer: string;
  readonly subject: string;
  /** Seconds since 1970. */
  readonly authTime?: number;
  readonly expiresAt: Date;
}

export interface TokenVerifierOptions {
  /** The issuer's identifier, compared exactly. */
  readonly issuer: string;
  readonly audience: string;
  /** Where the issuer's public keys are: an address (fetched at the first token), the keys, or a function. */
  readonly jwks: { readonly url: string | URL } | JSONWebKeySet | JWTVerifyGetKey;
  /** Seconds by which clocks may differ. */
  readonly clockTolerance?: number;
  /** The token's declared type (RFC 9068): keeps an ID token from being used as an access token. */
  readonly type?: string;
  readonly now?: () => Date;
}

export interface TokenVerifier {
  /**
   * @throws Refusal UNAUTHENTICATED for any fault of the token, UNAVAILABLE when the issuer's keys cannot be had
   */
  verify(token: string): Promise<TokenClaims>;
}

/** Asymmetric only: with a shared secret whoever can verify could also sign. */
const ALGORITHMS = ['RS256', 'ES256', 'EdDSA'];
const LONGEST_TOKEN = 8_192;
const KEY_COOL_DOWN_MS = 30_000;
const KEY_TIMEOUT_MS = 3_000;

export function createTokenVerifier(options: TokenVerifierOptions): TokenVerifier {
  const { issuer, audience, clockTolerance = 5, type = 'at+jwt', now = () => new Date() } = options;
  const keys = keySource(options.jwks);
  const verifier: TokenVerifier = {
    async verify(token) {
      if (token.length > LONGEST_TOKEN) throw new Refusal('UNAUTHENTICATED');
      try {
        const { payload } = await jwtVerify(token, keys, {
          issuer,
          audience,
          clockTolerance,
          typ: type,
          algorithms: ALGORITHMS,
          requiredClaims: ['exp', 'sub'],
          currentDate: now(),
        });
        return claimsOf(payload, issuer);
      } catch (error) {
        throw error instanceof Refusal ? error : new Refusal('UNAUTHENTICATED');
      }
    },
  };
  return rememberVerified(verifier, now);
}

/** Keys that cannot be had are no fault of whoever shows the token; a key that is not among them is. */
function keySource(jwks: TokenVerifierOptions['jwks']): JWTVerifyGetKey {
  const source = keysOf(jwks);
  return async (header, token) => {
    try {
      return await source(header, token);
    } catch (error) {
      const unknownKey = faultsOfToken.some((kind) => error instanceof kind);
      throw new Refusal(unknownKey ? 'UNAUTHENTICATED' : 'UNAVAILABLE');
    }
  };
}

const faultsOfToken = [
  errors.JWKSNoMatchingKey,
  errors.JWKSMultipleMatchingKeys,
  errors.JOSENotSupported,
] as const;

function keysOf(jwks: TokenVerifierOptions['jwks']): JWTVerifyGetKey {
  if (typeof jwks === 'function') return jwks;
  if ('url' in jwks)
    return createRemoteJWKSet(new URL(jwks.url), {
      cooldownDuration: KEY_COOL_DOWN_MS,
      timeoutDuration: KEY_TIMEOUT_MS,
    });
  return createLocalJWKSet(jwks);
}

function claimsOf(payload: JWTPayload, issuer: string): TokenClaims {
  const { sub, exp, auth_time: authTime } = payload;
  if (typeof sub !== 'string' || sub === '' || sub.length > 255 || typeof exp !== 'number')
    throw new Refusal('UNAUTHENTICATED');
  return {
    issuer,
    subject: sub,
    expiresAt: new Date(exp * 1000),
    ...(typeof authTime === 'number' ? { authTime } : {}),
  };
}
