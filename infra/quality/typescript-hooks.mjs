// @ts-check
/** Reads a TypeScript source as it is loaded, one file at a time; packages are taken as they were built. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const source = /^file:.*\.ts$/;

/** @type {import('node:module').ResolveHook} */
export async function resolve(specifier, context, next) {
  const ofSource = specifier.startsWith('.') && source.test(context.parentURL ?? '');
  return next(ofSource ? specifier.replace(/\.js$/, '.ts') : specifier, context);
}

/** @type {import('node:module').LoadHook} */
export async function load(url, context, next) {
  if (!source.test(url)) return next(url, context);
  const { transform } = await import('@swc/core');
  const { code } = await transform(await readFile(fileURLToPath(url), 'utf8'), {
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
    module: { type: 'es6' },
    sourceMaps: 'inline',
  });
  return { format: 'module', source: code, shortCircuit: true };
}
