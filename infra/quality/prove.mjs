// @ts-check
/** `npm run prove`: the suites that prove something across services, at their full counts. */
import { jest } from './jest-run.mjs';
import { report, timed } from './report.mjs';

const result = await timed('proofs', () =>
  // Last, because jest takes every word behind it for one more project.
  jest([...process.argv.slice(2), '--selectProjects', 'whole'], { STEZHKA_PROVE: '1' }),
);
process.exitCode = report([result]);
