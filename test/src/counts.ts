/**
 * How often a proof repeats itself: in full when something is to be proved (`npm run prove`), a tenth of that in
 * every test run. What is random comes from a seed that is printed, so that a failure can be run again.
 */
import { randomInt } from 'node:crypto';

/** Whether everything is to be proved, and not only a part of it that is drawn anew for each run. */
export function isInFull(): boolean {
  return process.env.STEZHKA_PROVE === '1';
}

/** `full` repetitions under `npm run prove`, a tenth of them (at least one) otherwise. */
export function counts(full: number): number {
  return isInFull() ? full : Math.ceil(full / 10);
}

/** The seed of this run: `STEZHKA_SEED` if it is set, random otherwise. Prints it. */
export function seed(): number {
  const chosen = Number(process.env.STEZHKA_SEED ?? randomInt(2 ** 31));
  if (!Number.isSafeInteger(chosen)) throw new Error('STEZHKA_SEED must be a whole number');
  process.stdout.write(`seed ${chosen} (repeat with STEZHKA_SEED=${chosen})\n`);
  return chosen;
}

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A tenth of these, or this part, in every test run, in their order and at least one; all under `npm run prove`. */
export function someOf<Item>(all: readonly Item[], seed: number, part = 0.1): readonly Item[] {
  if (isInFull()) return all;
  const random = randomFrom(seed);
  const drawn = all.map((item) => ({ item, at: random() })).sort((one, other) => one.at - other.at);
  const chosen = new Set(drawn.slice(0, Math.ceil(all.length * part)).map(({ item }) => item));
  return all.filter((item) => chosen.has(item));
}
