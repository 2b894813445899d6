const build = require('./global-setup.cjs');

/** Browser tests use the admin too. */
module.exports = async () => {
  await build();
  const { ensureBuilt } = await import('../../scripts/lib/build.mjs');
  ensureBuilt('admin', (message) => process.stderr.write(`\n${message}…\n`));
};
