/**
 * node tests/harness/prepare.cjs sqlite|postgres|mysql begin|end
 * `begin` drops what earlier runs left behind and makes the template of databases, when this build has
 * none; `end` drops what this run left behind. In a process of its own: what it loads, jest's need not.
 */
const [client, when] = process.argv.slice(2);
process.env.DATABASE_CLIENT = client;

const load = require('./node.cjs');
const { sweepDatabases } = load('./database.ts');

async function run() {
  await sweepDatabases(client, when === 'end');
  if (when === 'end') return;
  const { hasTemplate } = load('./template.ts');
  if (!(await hasTemplate(client))) await load('./application.ts').makeTemplate();
}

run().then(
  () => process.exit(0),
  (error) => {
    process.stderr.write(`${error.stack}\n`);
    process.exit(1);
  }
);
