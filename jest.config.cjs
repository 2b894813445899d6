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

/**
 * What runs on every database: files about statements, locks, uniqueness, collation or dates, and the
 * values that databases take offence at. The others are with one.
 */
const SQL = ['<rootDir>/tests/sql/**/*.test.ts', '<rootDir>/tests/api/hostile.test.ts'];
const ALL = ['<rootDir>/tests/{api,graphql,sql}/**/*.test.ts'];
/** `TEST_FULL`: all files on all databases. */
const onServers = process.env.TEST_FULL ? ALL : SQL;

/** Tests against a real Strapi on a kind of database. */
const realStrapi = (database) => ({
  ...shared,
  testEnvironment: '<rootDir>/tests/harness/environment.cjs',
  testEnvironmentOptions: { database },
  globalSetup: `<rootDir>/tests/harness/setup-${database}.cjs`,
  globalTeardown: '<rootDir>/tests/harness/teardown.cjs',
  // What Strapi compiles is loaded as it is: the tests run what is deployed.
  transform: {
    '^.+/(tests|plugins/analysis/shared)/.+\\.tsx?$': shared.transform['^.+\\.[tj]sx?$'],
  },
});

module.exports = {
  testTimeout: 120_000,
  maxWorkers: 2,
  // A worker may hold an application for each database, and those that were stopped leave some of
  // themselves behind. What it held is lost with it, and its databases are swept at the end.
  workerIdleMemoryLimit: '2GB',
  testSequencer: '<rootDir>/tests/harness/sequencer.cjs',
  reporters: ['default', '<rootDir>/tests/harness/totals.cjs'],
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: ['<rootDir>/{plugins,src,scripts}/**/*.test.{ts,tsx}'],
    },
    { ...realStrapi('sqlite'), displayName: 'api', testMatch: ALL },
    { ...realStrapi('postgres'), displayName: 'api-postgres', testMatch: onServers },
    { ...realStrapi('mysql'), displayName: 'api-mysql', testMatch: onServers },
    {
      ...realStrapi('sqlite'),
      displayName: 'browser',
      globalSetup: '<rootDir>/tests/harness/setup-browser.cjs',
      testMatch: ['<rootDir>/tests/browser/**/*.test.ts'],
    },
  ],
};
