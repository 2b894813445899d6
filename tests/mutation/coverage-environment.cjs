const { mkdirSync, writeFileSync } = require('node:fs');
const inspector = require('node:inspector');
const path = require('node:path');

/** The environment of the suite, which the configuration names. */
const Base = require(process.env.MUTATION_BASE_ENVIRONMENT);

let session;
const post = (method, parameters) =>
  new Promise((resolve, reject) =>
    session.post(method, parameters, (error, result) => (error ? reject(error) : resolve(result)))
  );

async function take() {
  if (session === undefined) {
    session = new inspector.Session();
    session.connect();
    await post('Profiler.enable');
    await post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  }
  return (await post('Profiler.takePreciseCoverage')).result;
}

/** Writes down which of the server's code each test file runs, and how often. */
module.exports = class CoverageEnvironment extends Base {
  constructor(config, context) {
    super(config, context);
    this.testFile = context.testPath;
  }

  async setup() {
    await super.setup();
    await take();
  }

  async teardown() {
    const prefix = `file://${process.env.MUTATION_MODULES}`;
    const scripts = (await take()).filter(({ url }) => url.startsWith(prefix));
    const folder = process.env.MUTATION_COVERAGE;
    const name = path.relative(process.env.MUTATION_TREE, this.testFile).replace(/[\\/]/g, '__');
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, `${name}.json`), JSON.stringify(scripts));
    await super.teardown();
  }
};
