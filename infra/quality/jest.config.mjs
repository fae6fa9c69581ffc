// @ts-check
/**
 * One jest for the whole repository. Its specs run in bare threads of Node, as native modules, and share what they
 * import: loading a service anew for every file would take longer than what most of them test.
 */
const root = new URL('../..', import.meta.url).pathname.replace(/\/$/, '');

export default {
  rootDir: root,
  // One project: each would get threads of its own, which read and compile everything anew.
  runner: 'jest-light-runner',
  globalSetup: '<rootDir>/infra/quality/spec-setup.mjs',
  testSequencer: '<rootDir>/infra/quality/longest-first.mjs',
  modulePathIgnorePatterns: ['/dist/', '/\\.stezhka/'],
  testMatch: [
    '<rootDir>/{packages,services,schema,infra}/**/src/**/*.spec.ts',
    '<rootDir>/infra/{bootstrap,quality}/*.spec.ts',
    '<rootDir>/test/src/**/*.spec.ts',
  ],
};
