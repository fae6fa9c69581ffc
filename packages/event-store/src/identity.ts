/**
 * How a retry is told from a second command. A command's id is derived from who gave it, what it is, what it is
 * for and the key its sender chose, under a secret of the installation; so the same command sent five times has
 * one id, and nobody can guess the id of another's.
 */
import { createHmac } from 'node:crypto';
import canonicalize from 'canonicalize';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

function hmac(secret: string | Uint8Array, parts: readonly string[]): Buffer {
  const digest = createHmac('sha256', secret);
  // Each part goes in with its length, so that no two lists of parts can read the same.
  for (const part of parts) digest.update(`${Buffer.byteLength(part)}:`).update(part);
  return digest.digest();
}

function base32(bytes: Uint8Array, length: number): string {
  let text = '';
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5 && text.length < length) {
      bits -= 5;
      text += ALPHABET[(held >>> bits) & 31];
    }
    held &= (1 << bits) - 1;
  }
  return text;
}

/** What a command is known by: see {@link commandIdOf}. */
export interface CommandScope {
  /** Staff id of the user, or `system:<workflow>`. */
  readonly user: string;
  readonly name: string;
  /** Id of the stream it is for, or `new`. */
  readonly target: string;
  /** Chosen by the sender, the same on every retry. */
  readonly key: string;
}

/** The command's id: 32 characters of base32. */
export function commandIdOf(secret: string, scope: CommandScope): string {
  return base32(hmac(secret, ['command', scope.user, scope.name, scope.target, scope.key]), 32);
}

/** The stream in which a user's key is claimed by the first command that takes effect under it. */
export function keyStreamOf(secret: string, user: string, key: string): string {
  return `commandkey-${base32(hmac(secret, ['key', user, key]), 32)}`;
}

/** Fingerprint of a payload under a secret: RFC 8785 canonical JSON, so that the order of fields is no difference. */
export function payloadHashOf(secret: string | Uint8Array, payload: object): string {
  return base32(hmac(secret, ['payload', canonicalize(payload) ?? '']), 32);
}

/** An id that belongs to a command: 26 characters of base32, 130 bits, the same each time it is derived. */
export function idWithin(secret: string, commandId: string, label: string): string {
  return base32(hmac(secret, ['id', commandId, label]), 26);
}

/** The UUID of the n-th event of a command at a revision: the store recognises a repeated append by it. */
export function eventIdOf(secret: string, commandId: string, revision: bigint): string {
  const bytes = hmac(secret, ['event', commandId, revision.toString()]).subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
