// @ts-check
/**
 * One jest for the whole repository. Its specs run in bare threads of Node, as native modules, and share what they
 * import: loading a service anew for every file would take longer than what most of them test.
 */
const root = new URL('../..', import.meta.url).pathname.replace(/\/$/, '');

const base = {
  rootDir: root,
  runner: 'jest-light-runner',
  globalSetup: '<rootDir>/infra/quality/spec-setup.mjs',
  modulePathIgnorePatterns: ['/dist/', '/\\.stezhka/'],
};

export default {
  rootDir: root,
  testSequencer: '<rootDir>/infra/quality/longest-first.mjs',
  projects: [
    {
      ...base,
      displayName: 'unit',
      testMatch: [
        '<rootDir>/{packages,services,schema,infra}/**/src/**/*.spec.ts',
        '<rootDir>/infra/{bootstrap,quality}/*.spec.ts',
      ],
    },
    { ...base, displayName: 'whole', testMatch: ['<rootDir>/test/src/**/*.spec.ts'] },
  ],
};
