// @ts-check
/**
 * Becomes a program of the tests, which are never built: `run-sources.mjs <path of its main.ts> …`. It is no check and
 * no part of what ships, so nothing is compiled for it beforehand.
 */
import { register } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './checks.mjs';

process.setSourceMapsEnabled(true);
register('./typescript-hooks.mjs', import.meta.url);

const [node = '', , program = '', ...rest] = process.argv;
const path = join(root, program);
process.argv = [node, path, ...rest];
await import(pathToFileURL(path).href);
