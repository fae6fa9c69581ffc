// @ts-check
/**
 * jest's words for specs. The runner keeps modules between specs and knows no limit of time; what hangs is ended here,
 * so that it fails by its name. Nothing is measured by the limit: it is far beyond what a busy machine needs.
 */
const limitMs = 300_000;

/** @typedef {(...args: any[]) => any} Step */

/**
 * @param {Step} step
 * @param {number} [limit]
 * @returns {() => Promise<unknown>}
 */
const ended =
  (step, limit = limitMs) =>
  async (/** @type {any[]} */ ...args) => {
    /** @type {NodeJS.Timeout | undefined} */
    let timer;
    const late = new Promise((_, reject) => {
      timer = setTimeout(() => reject(new Error(`has not ended within ${limit / 1000} s`)), limit);
    });
    try {
      return await Promise.race([step(...args), late]);
    } finally {
      clearTimeout(timer);
    }
  };

/** @param {any} word */
const limited = (word) =>
  Object.assign(
    (/** @type {string} */ name, /** @type {Step} */ step, /** @type {number} */ limit) =>
      word(name, ended(step, limit)),
    {
      each:
        (/** @type {any[]} */ ...table) =>
        (/** @type {string} */ name, /** @type {Step} */ step, /** @type {number} */ limit) =>
          word.each(...table)(name, ended(step, limit)),
    },
  );

/** @param {any} word */
const hook = (word) => (/** @type {Step} */ step, /** @type {number} */ limit) => word(ended(step, limit));

const put = /** @type {any} */ (globalThis);
export const { describe, expect, jest } = put;
export const it = limited(put.it);
export const test = limited(put.test);
export const afterAll = hook(put.afterAll);
export const afterEach = hook(put.afterEach);
export const beforeAll = hook(put.beforeAll);
export const beforeEach = hook(put.beforeEach);
