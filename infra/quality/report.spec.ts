/** A machine reads the last line and the exit code; both have to tell of every kind of failure. */
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { countOf } from './jest-run.mjs';
import { report } from './report.mjs';

const said: string[] = [];

beforeEach(() => {
  jest.spyOn(console, 'log').mockImplementation((line) => void said.push(line));
  jest.spyOn(console, 'error').mockImplementation(() => {});
});

afterEach(() => {
  jest.restoreAllMocks();
  said.length = 0;
});

describe('the report', () => {
  it('ends with one count over everything', () => {
    const code = report([
      { name: 'boundaries', seconds: 3.2, passed: 1, failed: 0 },
      { name: 'tests', seconds: 60, passed: 41, failed: 0 },
    ]);
    expect(said.at(-1)).toBe('42 passed, 0 failed');
    expect(code).toBe(0);
  });

  it('fails with any part', () => {
    const code = report([
      { name: 'boundaries', seconds: 3.2, passed: 0, failed: 1 },
      { name: 'tests', seconds: 60, passed: 41, failed: 0 },
    ]);
    expect(said.at(-1)).toBe('41 passed, 1 failed');
    expect(code).toBe(1);
  });
});

describe("jest's outcome", () => {
  const allWell = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 0, numRuntimeErrorTestSuites: 0 };

  it.each([
    ['tests that failed', { numFailedTests: 2 }, 2],
    ['tests that were skipped', { numPendingTests: 3 }, 3],
    ['suites that could not be read', { numRuntimeErrorTestSuites: 1 }, 1],
    ['nothing', {}, 0],
  ])('counts %s', (_, change, failed) => {
    expect(countOf({ ...allWell, ...change })).toEqual({ passed: 5, failed });
  });
});
