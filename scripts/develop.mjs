/** npm run develop: the application, rebuilt and started again when its sources change. */
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import path from 'node:path';
import { ensureInstalled } from './lib/install.mjs';

const say = (message) => process.stdout.write(`· ${message}…\n`);
ensureInstalled(say);
const { ensureBuilt, ROOT } = await import('./lib/build.mjs');
const { ensureEnv, loadEnv } = await import('./lib/env.mjs');
if (ensureEnv().length > 0) say('wrote random secrets into .env');
loadEnv();
process.env.NODE_ENV ??= 'development';
process.env.STRAPI_TELEMETRY_DISABLED ??= 'true';

const SOURCES = [
  'plugins/analysis/server/src',
  'plugins/analysis/shared',
  'plugins/analysis/admin/src',
  'plugins/analysis/embed',
  'src',
  'config',
];
/** Editors write a file in several steps. */
const QUIET_MS = 200;

let server = null;
let building = false;
let stale = false;

function start() {
  server = spawn(process.execPath, ['node_modules/@strapi/strapi/bin/strapi.js', 'start'], {
    cwd: ROOT,
    stdio: 'inherit',
  });
}

/** Strapi closes its database first; only then may the next one open it. */
const stop = () =>
  new Promise((resolve) => {
    if (server === null || server.exitCode !== null || server.signalCode !== null) return resolve();
    server.once('exit', resolve);
    server.kill('SIGTERM');
  });

async function rebuild() {
  if (building) {
    stale = true;
    return;
  }
  building = true;
  do {
    stale = false;
    try {
      const built = ['plugin', 'app', 'admin'].map((name) => ensureBuilt(name, say));
      if (built.includes(true) || server === null) {
        await stop();
        start();
      }
    } catch (error) {
      process.stderr.write(`${error.message}\nWaiting for the next change.\n`);
    }
  } while (stale);
  building = false;
}

let timer = null;
for (const source of SOURCES) {
  watch(path.join(ROOT, source), { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(rebuild, QUIET_MS);
  });
}
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, async () => {
    await stop();
    process.exit(0);
  });
}
await rebuild();
