/**
 * That an installation holds the demonstration, whose passwords everybody knows. Left in the directory before the first
 * account is made, so that it is never offered to others by mistake as an empty one.
 */
import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const FILE = 'demonstration';

export async function markDemonstration(dir: string): Promise<void> {
  await writeFile(join(dir, FILE), 'Accounts whose passwords everybody knows are in here.\n');
}

/** The directory holds the demonstration and was to be offered as if it did not. */
export class DemonstrationKept extends Error {
  override readonly name = 'DemonstrationKept';
}

/** @throws DemonstrationKept */
export async function refuseDemonstration(dir: string): Promise<void> {
  const is = await stat(join(dir, FILE)).then(
    () => true,
    () => false,
  );
  if (is) throw new DemonstrationKept();
}
