/**
 * One record, sealed: AES-256-GCM, with the place it belongs to as associated data. Moved to another household,
 * member, class or version it does not open.
 */
import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';
import type { SealedClass } from '../household/commands.js';
import { VaultError } from './key-ring.js';

/** Where a record belongs. */
export interface RecordPlace {
  readonly householdId: string;
  readonly subjectId: string;
  readonly dataClass: SealedClass;
  readonly version: number;
  readonly recordId: string;
}

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Random bytes; an argument, so that nothing here is random by itself. */
export type RandomBytes = (size: number) => Buffer;

/** Nonce, ciphertext and tag in one. */
export function seal(key: Uint8Array, place: RecordPlace, plaintext: string, random: RandomBytes): Buffer {
  const nonce = random(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(associated(place));
  return Buffer.concat([nonce, cipher.update(plaintext, 'utf8'), cipher.final(), cipher.getAuthTag()]);
}

/** @throws VaultError `TAMPERED` for another key, another place, or a changed byte */
export function unseal(key: Uint8Array, place: RecordPlace, sealed: Uint8Array): string {
  const bytes = Buffer.from(sealed);
  const tagAt = bytes.length - TAG_BYTES;
  if (tagAt < NONCE_BYTES) throw new VaultError('TAMPERED');
  try {
    const nonce = bytes.subarray(0, NONCE_BYTES);
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
    decipher.setAAD(associated(place));
    decipher.setAuthTag(bytes.subarray(tagAt));
    const opened = [decipher.update(bytes.subarray(NONCE_BYTES, tagAt)), decipher.final()];
    return Buffer.concat(opened).toString('utf8');
  } catch {
    throw new VaultError('TAMPERED');
  }
}

/** SHA-256 of what is stored, as the event names it: over ciphertext, so it tells nothing of the content. */
export function digestOf(sealed: Uint8Array): string {
  return createHash('sha256').update(sealed).digest('base64url');
}

function associated({ householdId, subjectId, dataClass, version, recordId }: RecordPlace): Buffer {
  return Buffer.from(JSON.stringify(['record', householdId, subjectId, dataClass, version, recordId]));
}
