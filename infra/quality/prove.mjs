// @ts-check
/** `npm run prove`: the suites that prove something across services, at their full counts. */
import { join } from 'node:path';
import { root } from './checks.mjs';
import { jest } from './jest-run.mjs';
import { report, timed } from './report.mjs';

const result = await timed('proofs', () =>
  jest([...process.argv.slice(2), `--roots=${join(root, 'test/src')}`], { STEZHKA_PROVE: '1' }),
);
process.exitCode = report([result]);
