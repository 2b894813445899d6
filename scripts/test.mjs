/**
 * npm test [-- ARGS]                 unit and API tests on SQLite
 * node scripts/test.mjs api --database postgres
 * Other arguments go to jest.
 */
import { spawnSync } from 'node:child_process';
import { connect } from 'node:net';
import { ensureInstalled } from './lib/install.mjs';

const SUITES = ['unit', 'api', 'browser'];
const PORTS = { postgres: 5432, mysql: 3306 };

const args = process.argv.slice(2);
const suites = SUITES.filter((suite) => args.includes(suite));
const at = args.indexOf('--database');
const database = at < 0 ? 'sqlite' : args[at + 1];
const rest = args.filter(
  (each, index) => !SUITES.includes(each) && (at < 0 || (index !== at && index !== at + 1))
);

const answers = (host, port) =>
  new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 3_000 });
    const done = (result) => () => {
      socket.destroy();
      resolve(result);
    };
    socket.once('connect', done(true)).once('error', done(false)).once('timeout', done(false));
  });

ensureInstalled((message) => process.stderr.write(`· ${message}…\n`));

if (database !== 'sqlite') {
  const port = Number(process.env.DATABASE_PORT ?? PORTS[database]);
  const host = process.env.DATABASE_HOST ?? '127.0.0.1';
  if (!PORTS[database]) {
    process.stderr.write(`Unknown database ${database}: postgres or mysql\n`);
    process.exit(1);
  }
  if (!(await answers(host, port))) {
    process.stderr.write(
      `\n*** LEFT OUT: the API tests on ${database}. No server answers on ${host}:${port}. ***\n\n`
    );
    process.exit(process.env.CI ? 1 : 0);
  }
}

const chosen = suites.length > 0 ? suites : ['unit', 'api'];
const run = spawnSync(
  process.execPath,
  ['node_modules/jest/bin/jest.js', ...rest, '--selectProjects', ...chosen],
  { stdio: 'inherit', env: { ...process.env, DATABASE_CLIENT: database } }
);
process.exit(run.status ?? 1);
