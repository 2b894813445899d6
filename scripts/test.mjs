/**
 * npm test [-- ARGS]                              unit and API tests on SQLite
 * node scripts/test.mjs api --database postgres   all API tests there
 * node scripts/test.mjs api sql                   besides, what is about SQL on the other databases
 * node scripts/test.mjs full                      all tests, on all databases, with full counts
 * Other arguments go to jest.
 */
import { spawnSync } from 'node:child_process';
import { connect } from 'node:net';
import { ensureInstalled } from './lib/install.mjs';

/** What may be asked for, as jest's projects. */
const SUITES = {
  unit: ['unit'],
  api: ['api'],
  sql: ['api-postgres', 'api-mysql'],
  browser: ['browser'],
  full: ['unit', 'api', 'api-postgres', 'api-mysql', 'browser'],
};
const SERVERS = {
  'api-postgres': { name: 'PostgreSQL', port: 5432 },
  'api-mysql': { name: 'MariaDB', port: 3306 },
};

const args = process.argv.slice(2);
const suites = Object.keys(SUITES).filter((suite) => args.includes(suite));
const at = args.indexOf('--database');
const database = at < 0 ? 'sqlite' : args[at + 1];
const rest = args.filter(
  (each, index) => !(each in SUITES) && (at < 0 || (index !== at && index !== at + 1))
);
const env = { ...process.env };
// Whoever names a database wants all files there.
if (database !== 'sqlite' || suites.includes('full')) env.TEST_FULL = '1';

/** @returns {string[]} jest's projects */
function projectsAskedFor() {
  if (database === 'sqlite') {
    return (suites.length > 0 ? suites : ['unit', 'api']).flatMap((suite) => SUITES[suite]);
  }
  if (`api-${database}` in SERVERS) return [`api-${database}`];
  process.stderr.write(`Unknown database ${database}: postgres or mysql\n`);
  return process.exit(1);
}

const answers = (host, port) =>
  new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 3_000 });
    const done = (result) => () => {
      socket.destroy();
      resolve(result);
    };
    socket.once('connect', done(true)).once('error', done(false)).once('timeout', done(false));
  });

/** Whether a project's server is there; loud where it is not, and in CI the end. */
async function isThere(project) {
  if (!(project in SERVERS)) return true;
  const { name, port: usual } = SERVERS[project];
  const host = process.env.DATABASE_HOST ?? '127.0.0.1';
  const port = Number(process.env.DATABASE_PORT ?? usual);
  if (await answers(host, port)) return true;
  process.stderr.write(
    `\n*** LEFT OUT: the API tests on ${name}. No server answers on ${host}:${port}. ***\n\n`
  );
  if (process.env.CI) process.exit(1);
  return false;
}

ensureInstalled((message) => process.stderr.write(`· ${message}…\n`));

const projects = [];
for (const project of projectsAskedFor()) if (await isThere(project)) projects.push(project);
if (projects.length === 0) process.exit(0);
const run = spawnSync(
  process.execPath,
  ['node_modules/jest/bin/jest.js', ...rest, '--selectProjects', ...projects],
  { stdio: 'inherit', env }
);
process.exit(run.status ?? 1);
