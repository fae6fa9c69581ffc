/**
 * The keys that tokens are signed with. Made once and kept: with new keys at each start every signed-in person would
 * be signed out, and services that remember the old ones would refuse the new tokens.
 */
import type { ReadModel } from '@stezhka/read-model';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JSONWebKeySet, type JWK } from 'jose';
import { sql } from 'kysely';
import type { Secrets } from './secrets.js';
import type { IdentityTables } from './tables.js';

export const signingAlgorithm = 'ES256';

/** Private keys, newest first; one is made if there is none. Throws `SEALED_OTHERWISE`. */
export async function loadSigningKeys(deps: {
  readonly readModel: ReadModel<IdentityTables>;
  readonly secrets: Secrets;
  readonly now: () => Date;
}): Promise<readonly JWK[]> {
  const { readModel, secrets, now } = deps;
  const fresh = await newKey();
  const sealed = secrets.seal(JSON.stringify(fresh), fresh.kid);
  const rows = await readModel.asRecorder(async (tx) => {
    // Two processes that start at once must agree on one key.
    await sql`select pg_advisory_xact_lock(hashtext('identity.signing_key'))`.execute(tx);
    const kept = await tx.selectFrom('signing_key').selectAll().orderBy('created_at', 'desc').execute();
    if (kept.length > 0) return kept;
    const row = { kid: fresh.kid, sealed, created_at: now() };
    await tx.insertInto('signing_key').values(row).execute();
    return [row];
  });
  return rows.map((row) => JSON.parse(secrets.unseal(row.sealed, row.kid)) as JWK);
}

/** What may be published: the same keys without what signs. */
export function publicKeys(keys: readonly JWK[]): JSONWebKeySet {
  return {
    keys: keys.map(({ kty = 'EC', crv = 'P-256', x = '', y = '', kid = '' }) => {
      return { kty, crv, x, y, kid, alg: signingAlgorithm, use: 'sig' };
    }),
  };
}

async function newKey(): Promise<JWK & { kid: string }> {
  const { privateKey } = await generateKeyPair(signingAlgorithm, { extractable: true });
  const jwk = await exportJWK(privateKey);
  return { ...jwk, kid: await calculateJwkThumbprint(jwk), alg: signingAlgorithm, use: 'sig' };
}
