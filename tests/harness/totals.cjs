const { writeFileSync } = require('node:fs');

/**
 * A jest reporter that writes how many tests of each project passed, failed and were left out, and how
 * long its files took, to the file that `TEST_TOTALS` names.
 */
module.exports = class Totals {
  projects = {};

  onTestResult({ context }, result) {
    const { name } = context.config.displayName;
    const project = (this.projects[name] ??= { passed: 0, failed: 0, seconds: 0 });
    // A test that is skipped tries nothing, and a file that could not be run has no tests.
    const failed = result.numFailingTests + result.numPendingTests + result.numTodoTests;
    project.passed += result.numPassingTests;
    project.failed += failed === 0 && result.testExecError !== undefined ? 1 : failed;
    project.seconds += (result.perfStats.end - result.perfStats.start) / 1000;
  }

  onRunComplete() {
    if (process.env.TEST_TOTALS) {
      writeFileSync(process.env.TEST_TOTALS, JSON.stringify(this.projects));
    }
  }
};
