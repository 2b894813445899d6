/**
 * npm run demo [-- --reset]
 * Installs, builds, loads the samples and serves everything on SQLite.
 */
import { rmSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureInstalled } from './lib/install.mjs';

const ROOT = path.resolve(import.meta.dirname, '..');
const say = (message) => process.stdout.write(`${message}\n`);
const step = (message) => say(`· ${message}…`);

const { values } = parseArgs({
  options: { reset: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
});
if (values.help) {
  say('npm run demo              install, build, load the samples, serve on port 1337');
  say('npm run demo -- --reset   the same with an empty database');
  process.exit(0);
}

ensureInstalled(step);
const { ensureEnv, loadEnv } = await import('./lib/env.mjs');
if (ensureEnv().length > 0) step('wrote random secrets into .env');
loadEnv();
process.env.DATABASE_CLIENT ??= 'sqlite';
const port = Number(process.env.PORT ?? 1337);

/** Says who cannot be reached before minutes are spent on building. */
await new Promise((resolve) => {
  const probe = createServer();
  probe.once('error', (error) => {
    say(
      error.code === 'EADDRINUSE'
        ? `Port ${port} is taken. Stop what runs there, or choose another: PORT=1338 npm run demo`
        : `Port ${port} cannot be opened: ${error.message}`
    );
    process.exit(1);
  });
  probe.listen(port, process.env.HOST ?? '0.0.0.0', () => probe.close(resolve));
});

if (values.reset) {
  if (process.env.DATABASE_CLIENT !== 'sqlite') {
    say('--reset empties the demo’s own SQLite file; this is another database.');
    process.exit(1);
  }
  const file = path.resolve(ROOT, process.env.DATABASE_FILENAME ?? '.tmp/data.db');
  for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });
  const uploads = path.join(ROOT, 'public/uploads');
  for (const name of readdirSync(uploads)) {
    if (name !== '.gitkeep') rmSync(path.join(uploads, name), { recursive: true });
  }
  step('emptied the database');
}

const { openStrapi } = await import('./lib/strapi.mjs');
const { makeAccounts } = await import('./lib/accounts.mjs');
const { loadSamples } = await import('./lib/seed.mjs');

const strapi = await openStrapi({ admin: true, say: step });
const accounts = await makeAccounts(strapi);
if (accounts) {
  const row = (who, { email, password }) =>
    say(`  ${who.padEnd(14)} ${email.padEnd(24)} ${password}`);
  say('\nAccounts of this demo, shown this once:');
  row('administrator', accounts.administrator);
  row('editor', accounts.editor);
  row('moderator', accounts.moderator);
  say(`  ${'API token'.padEnd(14)} ${accounts.token}\n`);
}
const created = await loadSamples(strapi);
if (created > 0) step(`loaded ${created} sample posts`);
await strapi.start();

const origin = `http://localhost:${port}`;
say(`
  Reader    ${origin}/
  Admin     ${origin}/admin
  REST      ${origin}/api/analysis/articles
  GraphQL   ${origin}/graphql

Ctrl-C stops it; the data stays. Start over with: npm run demo -- --reset`);
