const { TestEnvironment } = require('jest-environment-node');
const loadByNode = require('./node.cjs');

/** What a test makes and Strapi's drivers look at by `instanceof`. */
const SHARED = { Date, Error, process };

/** jest's word to a worker that there is nothing left to do. */
const END = 2;

// A worker holds an application whose timers and connections would keep it alive until it is killed.
// Its databases are dropped by the teardown of the whole run.
if (process.send) {
  process.on('message', (message) => {
    if (!Array.isArray(message) || message[0] !== END) return;
    const closed = Promise.resolve(loadByNode.ifLoaded('./browser.ts')?.closeBrowser());
    closed.finally(() => process.exit(0));
  });
}

/**
 * Node as it is, for Strapi. A test file's own registry would load Strapi's thousands of modules
 * anew, which takes longer than most files' tests; here the files of a worker share them, and the
 * application that `sharedApp` hands out.
 */
module.exports = class StrapiEnvironment extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    this.database = config.projectConfig.testEnvironmentOptions.database;
  }

  async setup() {
    await super.setup();
    Object.assign(this.global, SHARED, { loadByNode });
    this.variables = { ...process.env };
    process.env.DATABASE_CLIENT = this.database;
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
