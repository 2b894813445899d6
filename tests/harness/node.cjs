/**
 * Lets Node load the tests' own TypeScript, outside of jest's registry: what is loaded here lives as
 * long as the worker and is shared by its test files.
 */
const { readFileSync } = require('node:fs');
const path = require('node:path');
const { transformSync } = require('@swc/core');

const TESTS = path.resolve(__dirname, '..');

function compile(module, file) {
  if (!file.startsWith(TESTS)) throw new Error(`${file} is not a file of the tests`);
  const { code } = transformSync(readFileSync(file, 'utf8'), {
    filename: file,
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
    module: { type: 'commonjs' },
    sourceMaps: 'inline',
  });
  module._compile(code, file);
}

/** Node's `require`, from this folder. */
module.exports = (name) => {
  // Not once for all: jest has a hook of its own in its place while it loads an environment.
  require.extensions['.ts'] = compile;
  return require(name);
};

/** What a module exports, when something has loaded it. */
module.exports.ifLoaded = (name) => require.cache[require.resolve(name)]?.exports;
