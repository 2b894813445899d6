const { TestEnvironment } = require('jest-environment-node');

/** What a test makes and Strapi's drivers look at by `instanceof`. */
const SHARED = { Date, Error, process };

/**
 * Node as it is, for Strapi. A test file's own registry would load Strapi's thousands of modules
 * anew, which takes longer than most files' tests; here the files of a worker share them, as a
 * server that starts again in the same process does.
 */
module.exports = class StrapiEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    Object.assign(this.global, SHARED, { loadByNode: require });
    this.variables = { ...process.env };
    this.listeners = new Map(process.eventNames().map((name) => [name, process.listeners(name)]));
    this.removeAllListeners = process.removeAllListeners;
    // Strapi's `destroy` removes them all, also those by which jest hears of the next file.
    process.removeAllListeners = (...names) =>
      names.length > 0 ? this.removeAllListeners.apply(process, names) : process;
  }

  async teardown() {
    process.removeAllListeners = this.removeAllListeners;
    for (const name of process.eventNames()) {
      for (const listener of process.listeners(name)) {
        if (!this.listeners.get(name)?.includes(listener)) process.off(name, listener);
      }
    }
    for (const name of Object.keys(process.env)) {
      if (!(name in this.variables)) delete process.env[name];
    }
    Object.assign(process.env, this.variables);
    await super.teardown();
  }
};
