/**
 * The library, without its remark at import that it prefers a newer Node: this project is tried on the oldest one
 * that it names, and who starts it for the first time need not wonder.
 */
const { warn } = console;
console.warn = () => undefined;
const library = await import('oidc-provider').finally(() => {
  console.warn = warn;
});

export const { default: Provider, errors } = library;
