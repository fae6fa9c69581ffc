// @ts-check
/**
 * The longest suites first, so that at the end no single one keeps everybody waiting. A fresh clone has no memory of
 * how long each took; what is written here is enough.
 */
import Sequencer from '@jest/test-sequencer';

/** Parts of paths, the longest first; whatever is not named comes after them, largest file first. */
const longest = [
  'test/src/withdrawal/',
  'test/src/isolation/',
  'test/src/idempotency/',
  'test/src/portal/browser/',
  'test/src/bad-input/',
  'test/src/',
];

/** @param {string} path */
const placeOf = (path) => {
  const place = longest.findIndex((part) => path.includes(`/${part}`));
  return place === -1 ? longest.length : place;
};

export default class LongestFirst extends (Sequencer.default ?? Sequencer) {
  /** @param {import('@jest/test-result').Test[]} tests */
  sort(tests) {
    return [...super.sort(tests)].sort((one, other) => placeOf(one.path) - placeOf(other.path));
  }
}
