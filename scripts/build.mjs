/**
 * npm run build [-- plugin app admin]: those named, or all three, each when its sources changed.
 */
import { ensureInstalled } from './lib/install.mjs';

const say = (message) => process.stdout.write(`· ${message}…\n`);
ensureInstalled(say);
const { ensureBuilt } = await import('./lib/build.mjs');
const { ensureEnv, loadEnv } = await import('./lib/env.mjs');
ensureEnv();
loadEnv();
const asked = process.argv.slice(2);
const done = (asked.length > 0 ? asked : ['plugin', 'app', 'admin']).map((name) =>
  ensureBuilt(name, say)
);
if (!done.includes(true)) process.stdout.write('Everything is built.\n');
