/**
 * Runs every suite and check in turn, goes on after a failure, and ends with the totals of all
 * on a line of their own: `N passed, N failed`. A suite that did not run counts as failed.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '..');
const REPORTS = path.join(ROOT, '.tmp/ci');

/** `suite`: jest reports its own tests; the others count as one each. */
const STEPS = [
  { name: 'unit and API tests, SQLite', command: ['npm', 'test'], suite: true },
  { name: 'format', command: ['npm', 'run', 'format:check'] },
  { name: 'lint', command: ['npm', 'run', 'lint'] },
  { name: 'types', command: ['npm', 'run', 'types'] },
  { name: 'import direction', command: ['npm', 'run', 'imports'] },
  { name: 'build', command: ['npm', 'run', 'build'] },
  { name: 'plugin package', command: ['npm', 'run', 'verify', '--workspace', 'plugins/analysis'] },
  { name: 'API tests, PostgreSQL', command: ['npm', 'run', 'test:postgres'], suite: true },
  { name: 'API tests, MariaDB', command: ['npm', 'run', 'test:mysql'], suite: true },
  { name: 'browser tests', command: ['npm', 'run', 'test:browser'], suite: true },
];

rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });

/** Tests that a suite reported; one that reported none did not run. */
function readReport(file) {
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, numPendingTests, numFailedTestSuites, numTotalTests } =
    JSON.parse(readFileSync(file, 'utf8'));
  const failed = numFailedTests + numPendingTests;
  return {
    passed: numPassedTests,
    failed: numTotalTests === 0 ? 1 : failed || (numFailedTestSuites > 0 ? numFailedTestSuites : 0),
  };
}

function run({ name, command, suite }, index) {
  process.stdout.write(`\n=== ${name}\n`);
  const started = Date.now();
  const report = path.join(REPORTS, `${index}.json`);
  const extra = suite ? ['--', '--json', '--outputFile', report, '--silent'] : [];
  const { status } = spawnSync(command[0], [...command.slice(1), ...extra], {
    cwd: ROOT,
    stdio: ['ignore', suite ? 'ignore' : 'inherit', 'inherit'],
    env: { ...process.env, CI: 'true' },
  });
  const ok = status === 0;
  const counted = suite ? readReport(report) : { passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
  // A command that failed though no test did (a crash, a server that is missing) has failed.
  if (!ok && counted.failed === 0) counted.failed = 1;
  const seconds = Math.round((Date.now() - started) / 1000);
  return { name, seconds, ...counted };
}

const results = STEPS.map(run);
process.stdout.write('\n');
for (const { name, seconds, passed, failed } of results) {
  const mark = failed > 0 ? 'FAILED' : 'ok';
  process.stdout.write(
    `${mark.padEnd(7)} ${name.padEnd(28)} ${passed} passed, ${failed} failed, ${seconds} s\n`
  );
}
const sum = (key) => results.reduce((total, result) => total + result[key], 0);
process.stdout.write(`\n${sum('passed')} passed, ${sum('failed')} failed\n`);
process.exit(sum('failed') > 0 ? 1 : 0);
