/**
 * npm run bench [-- PART …] [--seconds N] [--database NAME]
 *
 * Measures on loopback, each ratio within one run, and compares with its bar. Prints a table and
 * writes it as JSON to .tmp/bench.json. Exit status 1 when one is beyond its bar.
 * Parts: reads, comments, writes, start, editing; all unless some are named.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { cpus } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuilt, ROOT } from './lib/build.mjs';
import { ensureEnv, loadEnv } from './lib/env.mjs';
import { ensureInstalled } from './lib/install.mjs';

ensureInstalled();
ensureEnv();
loadEnv();
ensureBuilt('plugin', () => undefined);
ensureBuilt('app', () => undefined);
const { addCoreTypes, withoutPlugin } = await import('./bench/core-types.mjs');
const { client: tool } = await import('./bench/load.mjs');
const parts = await import('./bench/parts.mjs');
const { stopAll } = await import('./bench/servers.mjs');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: 'string', default: '4' },
    database: { type: 'string', multiple: true },
  },
});
const PARTS = ['reads', 'comments', 'writes', 'start', 'editing'];
const chosen = positionals.length > 0 ? positionals : PARTS;
const unknown = chosen.filter((each) => !PARTS.includes(each));
if (unknown.length > 0) {
  process.stderr.write(`Unknown part ${unknown.join(', ')}: ${PARTS.join(', ')}\n`);
  process.exit(1);
}

const PORTS = { postgres: 5432, mysql: 3306 };
const answers = (port) =>
  new Promise((resolve) => {
    const socket = connect({ host: process.env.DATABASE_HOST ?? '127.0.0.1', port });
    const done = (result) => () => {
      socket.destroy();
      resolve(result);
    };
    socket.once('connect', done(true)).once('error', done(false));
  });
const databases = [];
for (const name of values.database ?? ['sqlite', 'postgres', 'mysql']) {
  const port = Number(process.env.DATABASE_PORT ?? PORTS[name]);
  if (name === 'sqlite' || (await answers(port))) databases.push(name);
  else process.stdout.write(`*** LEFT OUT: ${name}, no server answers on port ${port} ***\n`);
}

// Below the application, so that what is copied finds its packages.
mkdirSync(path.join(ROOT, '.tmp'), { recursive: true });
const folder = mkdtempSync(path.join(ROOT, '.tmp/bench-'));
const distDir = path.join(folder, 'dist');
const bareDir = path.join(folder, 'bare');
addCoreTypes(path.join(ROOT, 'dist'), distDir);
withoutPlugin(path.join(ROOT, 'dist'), bareDir);

const rows = [];
function report({ what, figures, ratio, atLeast, atMost, ok }) {
  const holds = ok ?? (atLeast === undefined ? ratio <= atMost : ratio >= atLeast);
  const bar = atLeast === undefined ? `≤ ${atMost}` : `≥ ${atLeast}`;
  rows.push({ what, figures, ratio, atLeast, atMost, ok: holds });
  const words = ratio === undefined ? '' : `  ${ratio.toFixed(2)} (${bar})`;
  process.stdout.write(`${holds ? 'ok    ' : 'BEYOND'} ${what.padEnd(50)} ${figures}${words}\n`);
}

process.stdout.write(`Load by ${tool}, ${cpus().length} cores, node ${process.version}\n`);
// The application as it is stands against itself without the plugin, both without the bench's types.
const appDir = path.join(ROOT, 'dist');
const common = { distDir, appDir, bareDir, folder, report, seconds: Number(values.seconds) };
try {
  for (const part of chosen) {
    const each = part === 'writes' || part === 'comments' ? databases : ['sqlite'];
    for (const client of each) await parts[part]({ ...common, client });
  }
} catch (error) {
  process.stderr.write(`${error.stack}\n`);
  rows.push({ what: 'the bench itself', figures: error.message, ok: false });
} finally {
  stopAll();
  rmSync(folder, { recursive: true, force: true });
}
const file = parts.reportFile(ROOT);
writeFileSync(
  file,
  `${JSON.stringify({ at: new Date().toISOString(), tool, node: process.version, cores: cpus().length, rows }, null, 2)}\n`
);
process.exit(rows.every(({ ok }) => ok) ? 0 : 1);
