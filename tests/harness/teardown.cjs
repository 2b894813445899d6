const { ifLoaded } = require('./node.cjs');
const { prepare } = require('./setup.cjs');

/** Ends what lives in this process, where jest ran without workers, and drops the run's databases. */
module.exports = async () => {
  await ifLoaded('./application.ts')?.closeShared();
  await ifLoaded('./browser.ts')?.closeBrowser();
  for (const client of (process.env.TEST_DATABASES ?? '').split(',').filter(Boolean)) {
    prepare(client, 'end');
  }
};
