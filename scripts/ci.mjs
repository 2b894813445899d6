/**
 * Runs every suite and check, goes on after a failure, and ends with the totals of all on a line of
 * their own: `N passed, N failed`. A suite that did not run counts as failed. What needs one processor
 * at most runs beside the build, which is no more than that itself, and beside the tests, which wait for
 * databases much of the time.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { BUILD_NATIVE, ensureInstalled } from './lib/install.mjs';

const ROOT = path.resolve(import.meta.dirname, '..');
const REPORTS = path.join(ROOT, '.tmp/ci');

const npm = (script, ...more) => ['npm', 'run', '--silent', script, ...more];
const check = (name, command) => ({ name, command });
/** `projects`: jest's, which each have to report tests; a check counts as one test. */
const tests = (name, projects, ...asked) => ({
  name,
  projects,
  command: [process.execPath, 'scripts/test.mjs', ...asked, '--silent'],
});

/** Patterns of jest's for the test files below some of the project's folders. */
const inFolders = (...names) => names.map((name) => `^${ROOT.replace(/[^\w/]/g, '\\$&')}/${name}/`);

const NATIVE = check('native parts of packages', BUILD_NATIVE);
const BUILD = check('build of the plugin and the application', [
  process.execPath,
  'scripts/build.mjs',
  'plugin',
  'app',
]);
const API = tests(
  'API tests, and unit tests of the application',
  ['unit', 'api', 'api-postgres', 'api-mysql'],
  ...['unit', 'api', 'sql', ...inFolders('src', 'scripts', 'tests')]
);
/** What is checked of the sources alone; the longest first. */
const OF_SOURCES = [
  tests('unit tests of the plugin', ['unit'], 'unit', '--maxWorkers=1', ...inFolders('plugins')),
  check('format', npm('format:check')),
];
const ADMIN = check('build of the admin', npm('build'));
const OF_BUILDS = [
  check('types', npm('types')),
  check('lint', npm('lint')),
  check('import direction', npm('imports')),
  check('plugin package', npm('verify', '--workspace', 'plugins/analysis')),
];
const BROWSER = tests('browser tests', ['browser'], 'browser');

/** Runs a command; what it says is kept, and told when it failed. */
function run(command, env) {
  return new Promise((resolve) => {
    const [program, ...args] = command;
    const said = [];
    const child = spawn(program, args, {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, CI: 'true', ...env },
    });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => said.push(part));
    child.once('error', (error) => resolve({ ok: false, said: error.message }));
    child.once('close', (code) =>
      resolve({ ok: code === 0, said: Buffer.concat(said).toString('utf8') })
    );
  });
}

/**
 * What a run of jest reported of its projects, with the seconds of all of their files together; one
 * that reported nothing did not run.
 */
function readTotals(file, projects) {
  const told = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  return projects.map((project) => {
    const { passed = 0, failed = 0, seconds = 0 } = told[project] ?? {};
    const ran = passed + failed > 0;
    return { name: project, passed, failed: ran ? failed : 1, seconds: Math.round(seconds) };
  });
}

const results = [];

async function runStep(step) {
  const started = Date.now();
  const file = path.join(REPORTS, `${results.length}-${Date.now()}.json`);
  const { ok, said } = await run(step.command, { TEST_TOTALS: file });
  const seconds = Math.round((Date.now() - started) / 1000);
  const counted = step.projects
    ? readTotals(file, step.projects)
    : [{ name: step.name, passed: ok ? 1 : 0, failed: ok ? 0 : 1 }];
  // A command that failed though no test did (a crash, a server that is missing) has failed.
  if (!ok && counted.every(({ failed }) => failed === 0)) counted[0].failed = 1;
  if (!ok) process.stdout.write(`\n=== ${step.name}\n${said}\n`);
  process.stdout.write(`${ok ? 'ok    ' : 'FAILED'} ${step.name}, ${seconds} s\n`);
  results.push(...counted.map((each) => ({ seconds, ...each })));
}

async function inTurn(steps) {
  for (const step of steps) await runStep(step);
}

rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });
const started = Date.now();
const since = () => Math.round((Date.now() - started) / 1000);

const installed = ensureInstalled(undefined, { native: false });
process.stdout.write(`ok     installation, ${since()} s\n`);
// Two steps at a time: one for each processor, until the API tests bring two workers of their own.
const compiled = inTurn(installed ? [NATIVE] : []);
const built = Promise.all([compiled, runStep(BUILD)]);
const checked = compiled.then(() => inTurn(OF_SOURCES));
const tested = built.then(() => runStep(API));
const admin = Promise.all([built, checked]).then(() => runStep(ADMIN));
await Promise.all([
  Promise.all([tested, admin]).then(() => runStep(BROWSER)),
  admin.then(() => inTurn(OF_BUILDS)),
]);

process.stdout.write(`\n${since()} s in all\n`);
for (const { name, passed, failed, seconds } of results) {
  const mark = failed > 0 ? 'FAILED' : 'ok';
  process.stdout.write(
    `${mark.padEnd(7)} ${name.padEnd(40)} ${passed} passed, ${failed} failed, ${seconds} s\n`
  );
}
const sum = (key) => results.reduce((total, result) => total + result[key], 0);
process.stdout.write(`\n${sum('passed')} passed, ${sum('failed')} failed\n`);
process.exit(sum('failed') > 0 ? 1 : 0);
