// @ts-check
/**
 * The longest suites first, so that at the end no single one keeps everybody waiting. A fresh clone has no memory of
 * how long each took; what is written here is enough.
 */
import { createRequire } from 'node:module';

/** @type {typeof import('@jest/test-sequencer')} */
const { default: Sequencer } = createRequire(import.meta.url)('@jest/test-sequencer');

/** Parts of paths, the longest first; whatever is not named comes after them, largest file first. */
const longest = [
  'test/src/split/',
  'test/src/portal/browser/axe',
  'test/src/isolation/',
  'test/src/bad-input/',
  'test/src/process/start',
  'test/src/withdrawal/',
  'test/src/idempotency/',
  'test/src/portal/browser/',
  'test/src/',
];

/** @param {string} path */
const placeOf = (path) => {
  const place = longest.findIndex((part) => path.includes(`/${part}`));
  return place === -1 ? longest.length : place;
};

export default class LongestFirst extends Sequencer {
  /**
   * @override
   * @param {Parameters<InstanceType<typeof Sequencer>['sort']>[0]} tests
   * @returns {Promise<Parameters<InstanceType<typeof Sequencer>['sort']>[0]>}
   */
  async sort(tests) {
    const usual = await super.sort(tests);
    return usual.toSorted((one, other) => placeOf(one.path) - placeOf(other.path));
  }
}
