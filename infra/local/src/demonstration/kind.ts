/**
 * Whether an installation holds the demonstration, whose passwords everybody knows, or is for real people. Settled at its
 * first start and kept in its directory: neither may turn into the other by a flag forgotten or added.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export type Kind = 'demonstration' | 'empty';

const FILE = 'kind';

/** The installation is of the other kind than the start asks for. */
export class OtherKind extends Error {
  override readonly name = 'OtherKind';
  constructor(
    readonly kept: Kind,
    readonly dir: string,
  ) {
    super(`${dir} is ${kept}`);
  }
}

/** @throws OtherKind */
export async function settleKind(dir: string, kind: Kind): Promise<void> {
  await mkdir(dir, { recursive: true });
  const path = join(dir, FILE);
  const kept = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (kept === undefined) return writeFile(path, `${kind}\n`, { flush: true });
  if (kept.trim() !== kind) throw new OtherKind(kept.trim() as Kind, dir);
}
