/** The suites of the repository that a mutant is tried on, in the order that the script says. */
const path = require('node:path');
const base = require(path.join(process.env.MUTATION_TREE, 'jest.config.cjs'));

const rootDir = process.env.MUTATION_TREE;
const nameOf = ({ displayName }) => displayName?.name ?? displayName;
const isCounting = process.env.MUTATION_COVERAGE !== undefined;
const api = base.projects.find((project) => nameOf(project) === 'api');
// For the environment that counts, which is the suite's own besides.
process.env.MUTATION_BASE_ENVIRONMENT = api.testEnvironment.replace('<rootDir>', rootDir);

module.exports = {
  ...base,
  rootDir,
  ...(isCounting ? {} : { testSequencer: path.join(__dirname, 'sequencer.cjs') }),
  projects: base.projects.map((project) => ({
    ...project,
    rootDir,
    ...(isCounting && nameOf(project) === 'api'
      ? { testEnvironment: path.join(__dirname, 'coverage-environment.cjs') }
      : {}),
  })),
};
