/**
 * Read your writes: a receipt's position travels to the client as a token and comes back with the next query, which
 * then waits until the rows it reads have passed it. A token is sealed, because positions count everything that
 * happens in the network, and how much that is concerns none of its members.
 */
import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto';

export interface PositionTokens {
  /** The token for a position: the same each time, so that a repeated command has the same receipt. */
  seal(position: bigint): string;
  /** The position behind a token; undefined if it is not one of this installation's. */
  open(token: string): bigint | undefined;
}

const NONCE = 12;
const TAG = 16;
const LENGTH = NONCE + 8 + TAG;

/** Under the installation's secret: every process reads the tokens of every other. */
export function createPositionTokens(secret: string): PositionTokens {
  const key = createHmac('sha256', secret).update('position token key').digest();
  const nonceFor = (plain: Buffer) =>
    createHmac('sha256', key).update('nonce').update(plain).digest().subarray(0, NONCE);

  return {
    seal(position) {
      const plain = Buffer.alloc(8);
      plain.writeBigUInt64BE(position);
      // Derived from what it seals: a nonce comes back only for the same position, and then for the same token.
      const nonce = nonceFor(plain);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
      return Buffer.concat([nonce, sealed, cipher.getAuthTag()]).toString('base64url');
    },
    open(token) {
      const bytes = Buffer.from(token, 'base64url');
      if (bytes.length !== LENGTH) return undefined;
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE));
      decipher.setAuthTag(bytes.subarray(LENGTH - TAG));
      try {
        const plain = Buffer.concat([decipher.update(bytes.subarray(NONCE, LENGTH - TAG)), decipher.final()]);
        return plain.readBigUInt64BE();
      } catch {
        return undefined;
      }
    },
  };
}
