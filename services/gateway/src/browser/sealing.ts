/**
 * What the browser's back end keeps is worth nothing to whoever copies the database or a cookie: tokens are sealed and
 * a session is known by a digest of its id. Both keys come from the installation's one secret, which is in neither.
 */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

export interface Sealing {
  /** Names a row by an id without telling the id. */
  digest(value: string): string;
  /** AES-256-GCM; `about` must be the same when it is unsealed. */
  seal(plain: string, about: string): Buffer;
  /** Nothing if it was sealed under another secret, about something else, or changed since. */
  unseal(sealed: Uint8Array, about: string): string | undefined;
}

const nonceLength = 12;
const tagLength = 16;

/** `secret` is at least 32 random bytes, kept outside the database and the same at every start. */
export function deriveSealing(secret: Uint8Array): Sealing {
  if (secret.length < 32) throw new RangeError('the secret is shorter than 32 bytes');
  const derive = (use: string): Buffer =>
    Buffer.from(hkdfSync('sha256', secret, new Uint8Array(), `stezhka gateway ${use}`, 32));
  const sealing = derive('sealing');
  const naming = derive('naming');
  return {
    digest: (value) => createHmac('sha256', naming).update(value).digest('base64url'),
    seal(plain, about) {
      const nonce = randomBytes(nonceLength);
      const cipher = createCipheriv('aes-256-gcm', sealing, nonce).setAAD(Buffer.from(about));
      return Buffer.concat([nonce, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    },
    unseal(sealed, about) {
      const bytes = Buffer.from(sealed);
      if (bytes.length < nonceLength + tagLength) return undefined;
      const opened = createDecipheriv('aes-256-gcm', sealing, bytes.subarray(0, nonceLength))
        .setAAD(Buffer.from(about))
        .setAuthTag(bytes.subarray(-tagLength));
      try {
        const plain = opened.update(bytes.subarray(nonceLength, -tagLength));
        return Buffer.concat([plain, opened.final()]).toString('utf8');
      } catch {
        return undefined;
      }
    },
  };
}
