/** AES key wrap (RFC 3394): a key under a key, with a check that the right one was used. */
import { createCipheriv, createDecipheriv } from 'node:crypto';
import { VaultError } from './key-ring.js';

const INITIAL_VALUE = Buffer.alloc(8, 0xa6);

export function wrap(under: Uint8Array, key: Uint8Array): Buffer {
  const cipher = createCipheriv('id-aes256-wrap', under, INITIAL_VALUE);
  return Buffer.concat([cipher.update(key), cipher.final()]);
}

/** @throws VaultError `TAMPERED` */
export function unwrap(under: Uint8Array, wrapped: Uint8Array): Buffer {
  try {
    const decipher = createDecipheriv('id-aes256-wrap', under, INITIAL_VALUE);
    return Buffer.concat([decipher.update(wrapped), decipher.final()]);
  } catch {
    throw new VaultError('TAMPERED');
  }
}
