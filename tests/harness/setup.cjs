const { spawnSync } = require('node:child_process');
const { createHash } = require('node:crypto');
const { readFileSync } = require('node:fs');
const path = require('node:path');

const ROOT = path.resolve(__dirname, '../..');

/** Of all that decides how the first start leaves a database. */
function buildKey() {
  const builds = ['.tmp/builds/plugin', '.tmp/builds/app', 'package-lock.json'];
  const own = ['tests/harness/strapi.ts', 'tests/harness/template.ts'];
  const hash = createHash('sha256');
  for (const file of [...builds, ...own]) hash.update(readFileSync(path.join(ROOT, file)));
  return hash.digest('hex').slice(0, 12);
}

function prepare(client, when) {
  const script = path.join(__dirname, 'prepare.cjs');
  const { status, stderr } = spawnSync(process.execPath, [script, client, when], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  if (status === 0) return;
  const what = when === 'end' ? 'dropped' : 'made';
  throw new Error(`${client}: the databases of the tests cannot be ${what}\n${stderr}`);
}

/**
 * The setup of a jest project: builds what is stale, and makes the databases' template.
 * @param client the kind of database
 * @param builds what is needed besides the plugin and the application
 */
module.exports =
  (client, ...builds) =>
  async () => {
    const { ensureBuilt } = await import('../../scripts/lib/build.mjs');
    const say = (message) => process.stderr.write(`\n${message}…\n`);
    for (const each of ['plugin', 'app', ...builds]) ensureBuilt(each, say);
    process.env.TEST_RUN = String(process.pid);
    process.env.TEST_DATABASES = [process.env.TEST_DATABASES, client].filter(Boolean).join(',');
    process.env.TEST_TEMPLATE = buildKey();
    prepare(client, 'begin');
  };
module.exports.prepare = prepare;
