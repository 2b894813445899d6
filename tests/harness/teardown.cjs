const { prepare } = require('./setup.cjs');

/** Ends what lives in this process, where jest ran without workers, and drops the run's databases. */
module.exports = async () => {
  const loaded = require.cache[require.resolve('./application.ts')];
  await loaded?.exports.closeShared();
  for (const client of (process.env.TEST_DATABASES ?? '').split(',').filter(Boolean)) {
    prepare(client, 'end');
  }
};
