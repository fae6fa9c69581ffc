// @ts-check
/** What is checked besides the tests, in the order in which a fault is cheapest to learn of. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** Each `tool` is a program for Node and counts as one check: passed when it ends with 0. */
export const checks = [
  {
    name: 'format and lint',
    tool: 'node_modules/@biomejs/biome/bin/biome',
    args: ['check', '--error-on-warnings', '.'],
  },
  { name: 'house rules', tool: 'infra/quality/house-rules.mjs', args: [] },
  {
    name: 'boundaries',
    tool: 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
    args: [
      ...['--config', 'infra/quality/dependency-cruiser.mjs', '--output-type', 'err-long'],
      ...['packages', 'services', 'schema', 'infra', 'test'],
    ],
  },
  {
    name: 'dead code',
    tool: 'node_modules/knip/bin/knip.js',
    args: ['--config', 'infra/quality/knip.json', '--no-progress', '--no-config-hints'],
  },
  {
    name: 'types, specs included',
    tool: 'node_modules/typescript-build/bin/tsc',
    args: ['--project', 'infra/quality/tsconfig.specs.json', '--noEmit'],
  },
  {
    name: 'types of the portal',
    tool: 'node_modules/typescript-build/bin/tsc',
    args: ['--project', 'services/portal/tsconfig.json'],
  },
  {
    name: 'operations of the portal',
    tool: 'services/portal/build/generate-operations.mjs',
    args: ['--check'],
  },
  { name: 'licences', tool: 'infra/quality/licences.mjs', args: [] },
  { name: 'schema drift', tool: 'infra/local/dist/generate/main.js', args: ['--check'] },
];
