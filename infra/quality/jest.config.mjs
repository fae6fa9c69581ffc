/** One jest for the whole repository: ESM, sources instead of dist, nothing cached between machines. */
const root = new URL('../..', import.meta.url).pathname.replace(/\/$/, '');

const base = {
  rootDir: root,
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['development', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          target: 'es2022',
          transform: { legacyDecorator: true, decoratorMetadata: false, useDefineForClassFields: false },
          keepClassNames: true,
        },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
  modulePathIgnorePatterns: ['/dist/', '/\\.stezhka/'],
};

export default {
  rootDir: root,
  // Nothing is measured by it: it ends what hangs, on a machine that does much else.
  testTimeout: 300_000,
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
