/**
 * A token comes with every request, and what it says does not change: its signature is looked at when it comes first,
 * and again a minute later. So a key that its issuer has withdrawn is good for a minute longer than its keys are kept.
 */
import type { TokenClaims, TokenVerifier } from './token-verifier.js';

const REMEMBERED_MS = 60_000;
const MOST_REMEMBERED = 1_000;

/** Only good ones are remembered, and never past their end. */
export function rememberVerified(verifier: TokenVerifier, now: () => Date): TokenVerifier {
  const remembered = new Map<string, { readonly claims: TokenClaims; readonly at: number }>();
  return {
    async verify(token) {
      const at = now().getTime();
      const known = remembered.get(token);
      // A clock that was set back is no reason to trust anything longer.
      const isFresh = known !== undefined && at >= known.at && at < known.at + REMEMBERED_MS;
      if (isFresh && at < known.claims.expiresAt.getTime()) return known.claims;
      remembered.delete(token);
      const claims = await verifier.verify(token);
      if (remembered.size >= MOST_REMEMBERED) remembered.delete(remembered.keys().next().value!);
      remembered.set(token, { claims, at });
      return claims;
    },
  };
}
