// @ts-check
/** `node infra/quality/specs.mjs <part of a path> …`: these specs and nothing else, while one works on what they test. */
import { jest } from './jest-run.mjs';

const { failed } = await jest(process.argv.slice(2));
process.exitCode = failed === 0 ? 0 : 1;
