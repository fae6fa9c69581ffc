/**
 * What makes this installation this one: its secret, its issuer, its key-encryption keys. Made at the first start
 * and kept beside the data, outside the databases and their backups.
 */
import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { KeyRing } from '@stezhka/consent';

export interface Installation {
  readonly dir: string;
  /** Ids of commands and events are derived under it: losing it means retries are no longer recognised. */
  readonly secret: string;
  /** The embedded provider's identifier. A name, not an address: it stays when the port changes. */
  readonly issuer: string;
  readonly keyRing: KeyRing;
  /** What identity's cookies and signing keys are sealed under. */
  readonly identitySecret: Uint8Array;
  /** When this installation was made: the demonstration's dates count from it, the same at every start. */
  readonly foundedAt: Date;
}

interface Kept {
  readonly foundedAt: string;
  readonly secret: string;
  readonly identitySecret: string;
  readonly issuer: string;
  readonly epoch: string;
  /** Key-encryption keys by epoch, base64url. */
  readonly keys: Readonly<Record<string, string>>;
}

const FILE = 'installation.json';

export async function openInstallation(dir: string, now: () => Date): Promise<Installation> {
  await mkdir(dir, { recursive: true });
  const kept = (await read(dir)) ?? (await found(dir, now));
  const keys = new Map(
    Object.entries(kept.keys).map(([epoch, key]) => [epoch, Buffer.from(key, 'base64url')]),
  );
  return {
    dir,
    secret: kept.secret,
    issuer: kept.issuer,
    identitySecret: Buffer.from(kept.identitySecret, 'base64url'),
    foundedAt: new Date(kept.foundedAt),
    keyRing: { current: kept.epoch, key: (epoch) => keys.get(epoch) },
  };
}

/** Forget everything that was kept in this directory; refuses a directory that is not an installation's. */
export async function forgetInstallation(dir: string): Promise<boolean> {
  const is = await stat(join(dir, FILE)).then(
    () => true,
    () => false,
  );
  if (is) await rm(dir, { recursive: true, force: true });
  return is;
}

async function read(dir: string): Promise<Kept | undefined> {
  const text = await readFile(join(dir, FILE), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  return text === undefined ? undefined : (JSON.parse(text) as Kept);
}

async function found(dir: string, now: () => Date): Promise<Kept> {
  const kept: Kept = {
    foundedAt: now().toISOString(),
    secret: randomBytes(32).toString('base64url'),
    identitySecret: randomBytes(32).toString('base64url'),
    issuer: 'https://identity.stezhka.invalid/oidc',
    epoch: 'e1',
    keys: { e1: randomBytes(32).toString('base64url') },
  };
  const path = join(dir, FILE);
  await writeFile(`${path}.new`, JSON.stringify(kept), { mode: 0o600, flush: true });
  await chmod(`${path}.new`, 0o600);
  await rename(`${path}.new`, path);
  return kept;
}
