// @ts-check
/** What a run of the checks says: how long each took, and a last line that a machine can read. */

/** @typedef {{ passed: number, failed: number }} Count */
/** @typedef {Count & { name: string, seconds: number }} Result */

/**
 * @param {string} name
 * @param {() => Promise<Count>} check
 * @returns {Promise<Result>}
 */
export async function timed(name, check) {
  console.log(`\n== ${name}`);
  const began = performance.now();
  const count = await check();
  return { ...count, name, seconds: (performance.now() - began) / 1000 };
}

/**
 * @param {Result[]} results
 * @returns {number} the exit code
 */
export function report(results) {
  console.log('');
  for (const { name, seconds, failed } of results) {
    console.log(`${failed === 0 ? 'passed' : 'FAILED'}  ${seconds.toFixed(1).padStart(6)} s  ${name}`);
  }
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  const failed = results.reduce((sum, result) => sum + result.failed, 0);
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}
