/** Some seventy ways between organisations that the story does not tell of, those that began first first. */
import { answered } from './ways-answered.js';
import { ended } from './ways-ended.js';
import { isolated } from './ways-isolated.js';
import { waiting } from './ways-waiting.js';

export const networkCases = [...waiting, ...answered, ...ended, ...isolated].sort(
  (one, other) => other.daysAgo - one.daysAgo,
);
