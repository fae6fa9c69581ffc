// @ts-check
/** Reads a TypeScript source as it is loaded, one file at a time. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { transform } from '@swc/core';

// A spec is loaded under a query of its own, so that a module is never taken for the spec's last run.
const source = /^file:.*\.ts(\?.*)?$/;

/** @type {import('node:module').ResolveHook} */
export async function resolve(specifier, context, next) {
  const ofSource = specifier.startsWith('.') && source.test(context.parentURL ?? '');
  return next(ofSource ? specifier.replace(/\.js$/, '.ts') : specifier, context);
}

/** @type {import('node:module').LoadHook} */
export async function load(url, context, next) {
  if (!source.test(url)) return next(url, context);
  const path = fileURLToPath(url);
  const { code } = await transform(await readFile(path, 'utf8'), {
    sourceFileName: path,
    jsc: {
      parser: { syntax: 'typescript', decorators: true },
      target: 'es2022',
      // As tsconfig.base.json has it: the older decorators, each of which names its type.
      transform: { legacyDecorator: true, decoratorMetadata: false, useDefineForClassFields: false },
      keepClassNames: true,
    },
    module: { type: 'es6' },
    sourceMaps: 'inline',
  });
  return { format: 'module', source: code, shortCircuit: true };
}
