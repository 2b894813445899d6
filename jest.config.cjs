/** ESM-only packages that the plugin bundles; jest runs CommonJS and has to compile them. */
const ESM_ONLY = ['franc-min', 'trigram-utils', 'n-gram', 'collapse-white-space'];

const shared = {
  testEnvironment: 'node',
  transform: {
    '^.+\\.[tj]sx?$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          target: 'es2022',
          transform: { react: { runtime: 'automatic', importSource: 'preact' } },
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${ESM_ONLY.join('|')})/)`],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/plugins/analysis/dist/'],
};

const realStrapi = {
  ...shared,
  testEnvironment: '<rootDir>/tests/helpers/strapi-environment.cjs',
  globalSetup: '<rootDir>/tests/helpers/global-setup.cjs',
  globalTeardown: '<rootDir>/tests/helpers/global-teardown.cjs',
  // What Strapi compiles is loaded as it is: the tests run what is deployed.
  transform: {
    '^.+/(tests|plugins/analysis/shared)/.+\\.tsx?$': shared.transform['^.+\\.[tj]sx?$'],
  },
};

module.exports = {
  testTimeout: 120_000,
  maxWorkers: 2,
  // A Strapi that was stopped leaves some of itself behind in the process.
  workerIdleMemoryLimit: '1500MB',
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: ['<rootDir>/{plugins,src,scripts}/**/*.test.{ts,tsx}'],
    },
    {
      ...realStrapi,
      displayName: 'api',
      testMatch: ['<rootDir>/tests/{api,graphql}/**/*.test.ts'],
    },
    {
      ...realStrapi,
      displayName: 'browser',
      globalSetup: '<rootDir>/tests/helpers/browser-setup.cjs',
      testMatch: ['<rootDir>/tests/browser/**/*.test.ts'],
    },
  ],
};
