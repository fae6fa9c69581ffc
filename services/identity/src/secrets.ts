/**
 * One secret from the data directory, several uses, none of which can be computed from another. The database and its
 * backups alone are then worth nothing: keys in it are sealed, and what was typed as a name is stored as a digest.
 */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { IdentityError } from './errors.js';

export interface Secrets {
  /** Signs the provider's cookies. */
  readonly cookieKey: string;
  /** Names a row without telling what it is about. */
  digest(value: string): string;
  /** AES-256-GCM; `about` must be the same when it is unsealed. */
  seal(plain: string, about: string): Buffer;
  /** Throws `SEALED_OTHERWISE`. */
  unseal(sealed: Uint8Array, about: string): string;
}

const nonceLength = 12;
const tagLength = 16;

/** `secret` is at least 32 random bytes, kept outside the database. */
export function deriveSecrets(secret: Uint8Array): Secrets {
  if (secret.length < 32) throw new RangeError('the secret is shorter than 32 bytes');
  const derive = (use: string): Buffer =>
    Buffer.from(hkdfSync('sha256', secret, new Uint8Array(), `stezhka identity ${use}`, 32));
  const sealing = derive('sealing');
  const naming = derive('naming');
  return {
    cookieKey: derive('cookies').toString('base64url'),
    digest: (value) => createHmac('sha256', naming).update(value).digest('base64url'),
    seal(plain, about) {
      const nonce = randomBytes(nonceLength);
      const cipher = createCipheriv('aes-256-gcm', sealing, nonce).setAAD(Buffer.from(about));
      return Buffer.concat([nonce, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    },
    unseal(sealed, about) {
      const bytes = Buffer.from(sealed);
      const opened = createDecipheriv('aes-256-gcm', sealing, bytes.subarray(0, nonceLength))
        .setAAD(Buffer.from(about))
        .setAuthTag(bytes.subarray(-tagLength));
      try {
        const plain = opened.update(bytes.subarray(nonceLength, -tagLength));
        return Buffer.concat([plain, opened.final()]).toString('utf8');
      } catch {
        throw new IdentityError('SEALED_OTHERWISE');
      }
    },
  };
}
