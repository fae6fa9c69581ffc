// @ts-check
/** `npm run prove`: the suites that prove something across services, at their full counts. */
import { jest } from './jest-run.mjs';
import { report, timed } from './report.mjs';

const words = process.argv.slice(2);
const named = words.some((word) => !word.startsWith('-'));
const result = await timed('proofs', () =>
  jest(named ? words : [...words, '--testPathPatterns=/test/src/'], { STEZHKA_PROVE: '1' }),
);
process.exitCode = report([result]);
