/** Builds what is stale, once for all test files. */
module.exports = async () => {
  const { ensureBuilt } = await import('../../scripts/lib/build.mjs');
  const say = (message) => process.stderr.write(`\n${message}…\n`);
  ensureBuilt('plugin', say);
  ensureBuilt('app', say);
};
