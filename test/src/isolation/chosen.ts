/** Which of many questions are asked in a run that is not the full proof: a seeded part, so that a failure comes again. */
import { isInFull, randomFrom } from '../counts.js';

/** A tenth, or this part, in every test run, all under `npm run prove`. */
export function portionOf(seed: number, part = 0.1): () => boolean {
  if (isInFull()) return () => true;
  const random = randomFrom(seed);
  return () => random() < part;
}
