/**
 * How often a proof repeats itself: in full when something is to be proved (`npm run prove`), a tenth of that in
 * every test run. What is random comes from a seed that is printed, so that a failure can be run again.
 */
import { randomInt } from 'node:crypto';

/** `full` repetitions under `npm run prove`, a tenth of them (at least one) otherwise. */
export function counts(full: number): number {
  return process.env.STEZHKA_PROVE === '1' ? full : Math.ceil(full / 10);
}

/** The seed of this run: `STEZHKA_SEED` if it is set, random otherwise. Prints it. */
export function seed(): number {
  const chosen = Number(process.env.STEZHKA_SEED ?? randomInt(2 ** 31));
  if (!Number.isSafeInteger(chosen)) throw new Error('STEZHKA_SEED must be a whole number');
  process.stdout.write(`seed ${chosen} (repeat with STEZHKA_SEED=${chosen})\n`);
  return chosen;
}
