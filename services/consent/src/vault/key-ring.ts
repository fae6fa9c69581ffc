/**
 * Key-encryption keys by epoch. They are held outside the database and outside its backups, so a stolen backup is
 * ciphertext and an old epoch can be retired.
 */
export interface KeyRing {
  /** The epoch under which new keys are wrapped. */
  readonly current: string;
  /** The 32 bytes of an epoch; undefined if it is not held here. */
  key(epoch: string): Uint8Array | undefined;
}

/** What the vault could not open: the key is not held, or what is stored is not what was sealed. */
export class VaultError extends Error {
  override readonly name = 'VaultError';
  constructor(readonly code: 'EPOCH_UNKNOWN' | 'TAMPERED' | 'ROW_MISSING') {
    super(code);
  }
}

/** @throws VaultError `EPOCH_UNKNOWN` */
export function epochKey(ring: KeyRing, epoch: string): Uint8Array {
  const key = ring.key(epoch);
  if (key === undefined) throw new VaultError('EPOCH_UNKNOWN');
  return key;
}
