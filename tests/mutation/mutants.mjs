/**
 * npm run mutants [-- --count 60 --seed 18 --most 6 --only PATH --database postgres --coverage]
 * Makes small changes in the server's code, one at a time, and runs the tests that cover each: a
 * change that no test notices is a promise that nobody tests. `--coverage` finds out anew which
 * test files cover what, which takes as long as all API tests.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Coverage, likeliest } from './coverage.mjs';
import { drawSites, findSites, mutate } from './sites.mjs';
import { counting, firstFailure, runJest } from './suite.mjs';
import { compile, compiledTo, makeTree } from './tree.mjs';

const ROOT = path.resolve(import.meta.dirname, '../..');
const OUT = path.join(ROOT, '.tmp/mutants');
const BASELINE = path.join(OUT, 'baseline.json');
const COVERAGE = path.join(OUT, 'coverage');
/** Files that take minutes, or look at time and memory, which coverage changes. */
const NOT_COUNTED =
  'hostile|generated-requests|event-loop|privacy-command|plans|light-start|request-lines|peer-faults|network-bounds';
const UNIT_SECONDS = 180;

const { values: options } = parseArgs({
  options: {
    count: { type: 'string', default: '60' },
    seed: { type: 'string', default: '18' },
    most: { type: 'string', default: '6' },
    only: { type: 'string', default: '' },
    database: { type: 'string', default: 'sqlite' },
    coverage: { type: 'boolean', default: false },
  },
});

/** The suite's projects are named after their databases. */
const PROJECT = options.database === 'sqlite' ? 'api' : `api-${options.database}`;

const say = (line) => process.stderr.write(`${line}\n`);

/** Changes that nobody can notice, each with its reason, by file and text. */
const EQUIVALENT = JSON.parse(
  readFileSync(path.join(import.meta.dirname, 'equivalent.json'), 'utf8')
);
const isEquivalent = (site) =>
  EQUIVALENT.some(
    ({ file, was, text }) =>
      site.file.endsWith(file) && site.was === was && (text === undefined || site.text === text)
  );

async function countCoverage(tree) {
  rmSync(COVERAGE, { recursive: true, force: true });
  say('· running the API tests once, to see which covers what');
  const args = ['--selectProjects', 'api', '--testPathIgnorePatterns', NOT_COUNTED];
  const { output } = await runJest(tree, [...args, '--json', `--outputFile=${BASELINE}`], {
    seconds: 3_600,
    environment: counting(tree, COVERAGE),
  });
  if (!existsSync(BASELINE)) throw new Error(`The API tests did not run:\n${output}`);
}

/** What the unmutated tests took, and which of them failed as they are. */
function readBaseline(tree) {
  const { testResults } = JSON.parse(readFileSync(BASELINE, 'utf8'));
  return new Map(
    testResults.map(({ name, status, startTime, endTime }) => [
      path.relative(tree, name),
      { seconds: (endTime - startTime) / 1_000, passed: status === 'passed' },
    ])
  );
}

/** Unit tests that import the file, near or far. */
async function tryUnits(tree, site) {
  const file = path.join(tree, site.file);
  const before = readFileSync(file, 'utf8');
  writeFileSync(file, mutate(before, site));
  try {
    const args = ['--selectProjects', 'unit', '--findRelatedTests', site.file, '--bail'];
    return await runJest(tree, [...args, '--passWithNoTests'], { seconds: UNIT_SECONDS });
  } finally {
    writeFileSync(file, before);
  }
}

/** The API tests that cover it, on modules compiled with the change. */
async function tryApi(tree, site, { tests, seconds }) {
  const file = path.join(tree, site.file);
  const before = readFileSync(file, 'utf8');
  writeFileSync(file, mutate(before, site));
  await compile(tree, [site.file]);
  // Sources are as they were: builds that tests look after are not stale.
  writeFileSync(file, before);
  try {
    const args = ['--selectProjects', PROJECT, '-i', '--bail', '--runTestsByPath', ...tests];
    return await runJest(tree, args, {
      seconds,
      environment: { MUTATION_ORDER: tests.join(), TEST_FULL: '1' },
    });
  } finally {
    await compile(tree, [site.file]);
  }
}

async function tryMutant(tree, site, { coverage, baseline }) {
  const unit = await tryUnits(tree, site);
  if (unit.timedOut) return { outcome: 'timeout', by: 'unit' };
  if (unit.code !== 0) return { outcome: 'killed', by: `unit: ${firstFailure(unit.output)}` };
  const covering = coverage.of(site).filter(({ test }) => baseline.get(test)?.passed);
  if (covering.length === 0) return { outcome: 'survived', by: 'no API test covers it' };
  const secondsOf = (test) => baseline.get(test)?.seconds ?? 30;
  const tests = likeliest(site, covering, { most: Number(options.most), secondsOf });
  const seconds = 120 + 3 * tests.reduce((sum, test) => sum + secondsOf(test), 0);
  const { code, timedOut, output } = await tryApi(tree, site, { tests, seconds });
  if (timedOut) return { outcome: 'timeout', by: tests.join(' ') };
  return code === 0
    ? { outcome: 'survived', by: tests.join(' ') }
    : { outcome: 'killed', by: firstFailure(output) };
}

const shown = (text) => `\`${text.replaceAll('|', '\\|').replaceAll('`', "'").slice(0, 140)}\``;

function report(results, drawn) {
  const count = (outcome) => results.filter((each) => each.outcome === outcome).length;
  const killed = count('killed') + count('timeout');
  const lines = [
    `Seed ${options.seed}, ${options.database}: ${killed} of ${results.length} noticed` +
      ` (${count('timeout')} by a time limit), ${count('survived')} not; ${drawn} drawn.`,
    '',
    '| outcome | kind | place | change | by |',
    '| --- | --- | --- | --- | --- |',
    ...results.map(
      ({ site, outcome, by, seconds }) =>
        `| ${outcome} (${seconds} s) | ${site.kind} | ${site.file}:${site.line} | ${shown(site.was)} → ${shown(site.text.replace(/\s+/g, ' '))} | ${by.replaceAll('|', '\\|').slice(0, 200)} |`
    ),
  ];
  mkdirSync(OUT, { recursive: true });
  writeFileSync(path.join(OUT, 'report.md'), `${lines.join('\n')}\n`);
  return lines[0];
}

mkdirSync(OUT, { recursive: true });
const tree = await makeTree(ROOT);
if (options.coverage || !existsSync(BASELINE)) await countCoverage(tree);
const coverage = new Coverage(COVERAGE, compiledTo(tree));
const baseline = readBaseline(tree);
const sites = findSites(ROOT).filter(
  (site) => site.file.includes(options.only) && !isEquivalent(site)
);
const drawn = drawSites(sites, { count: Number(options.count), seed: Number(options.seed) });
const results = [];
for (const site of drawn) {
  const began = Date.now();
  const { outcome, by } = await tryMutant(tree, site, { coverage, baseline });
  const seconds = Math.round((Date.now() - began) / 1_000);
  results.push({ site, outcome, by, seconds });
  say(
    `${results.length}/${drawn.length} ${outcome} ${site.kind} ${site.file}:${site.line} (${seconds} s) ${by.slice(0, 120)}`
  );
  report(results, drawn.length);
}
say(report(results, drawn.length));
