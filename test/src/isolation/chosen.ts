/** Which of many questions are asked in a run that is not the full proof: a seeded part, so that a failure comes again. */
import { counts, isInFull, randomFrom } from '../counts.js';

/** A tenth, or this part, in every test run, all under `npm run prove`. */
export function portionOf(seed: number, part = 0.1): () => boolean {
  if (isInFull()) return () => true;
  const random = randomFrom(seed);
  return () => random() < part;
}

/** A tenth of these in every test run, at least one; all under `npm run prove`. */
export function someOf<Item>(all: readonly Item[], seed: number): readonly Item[] {
  const random = randomFrom(seed);
  const shuffled = all.map((item) => ({ item, at: random() })).sort((a, b) => a.at - b.at);
  return shuffled.slice(0, counts(all.length)).map(({ item }) => item);
}
