/** Key-encryption keys as an operator keeps them: `{ "current": "e2", "keys": { "e1": "…", "e2": "…" } }`. */
import { readFileSync } from 'node:fs';
import type { KeyRing } from './key-ring.js';

const KEY_BYTES = 32;

/** The keys, 32 bytes each in base64url, or what is wrong with the file: no fault repeats anything that is in it. */
export function readKeyFile(
  path: string | undefined,
): { readonly keyRing: KeyRing } | { readonly fault: string } {
  if (!path) return { fault: 'does not name a file' };
  let kept: { current?: unknown; keys?: unknown };
  try {
    kept = JSON.parse(readFileSync(path, 'utf8')) ?? {};
  } catch {
    return { fault: 'names a file that cannot be read as JSON' };
  }
  const { current, keys } = kept;
  if (typeof keys !== 'object' || keys === null) return { fault: 'names a file without keys' };
  const byEpoch = new Map(
    Object.entries(keys).map(([epoch, key]) => [epoch, Buffer.from(String(key), 'base64url')]),
  );
  if ([...byEpoch.values()].some(({ length }) => length !== KEY_BYTES))
    return { fault: `names a file with a key that has not ${KEY_BYTES} bytes` };
  if (typeof current !== 'string' || !byEpoch.has(current))
    return { fault: 'names a file whose current epoch has no key' };
  return { keyRing: { current, key: (epoch) => byEpoch.get(epoch) } };
}
