/** Which of many questions are asked in a run that is not the full proof: a seeded part, so that a failure comes again. */
import { counts } from '../counts.js';

/** A tenth in every test run, all under `npm run prove`. */
export function portionOf(seed: number): () => boolean {
  if (process.env.STEZHKA_PROVE === '1') return () => true;
  const random = randomFrom(seed);
  return () => random() < 0.1;
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

/** A tenth of these in every test run, at least one; all under `npm run prove`. */
export function someOf<Item>(all: readonly Item[], seed: number): readonly Item[] {
  const random = randomFrom(seed);
  const shuffled = all.map((item) => ({ item, at: random() })).sort((a, b) => a.at - b.at);
  return shuffled.slice(0, counts(all.length)).map(({ item }) => item);
}
