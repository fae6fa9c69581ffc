// @ts-check
/** What specs import of jest is what their runner has put in place. */

/** @type {import('node:module').ResolveHook} */
export async function resolve(specifier, context, next) {
  if (specifier !== '@jest/globals') return next(specifier, context);
  return { url: new URL('./spec-globals.mjs', import.meta.url).href, shortCircuit: true };
}
