import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const SERVER = path.resolve(__dirname, '../plugins/analysis/server/src');

/** The room that writes each table; the others may read it in their own statements. */
const OWNER: Record<string, string> = {
  article: 'content/articles',
  summary: 'content/summaries',
  topic: 'content/topics',
  stats: 'content/stats',
  slug: 'content/slugs',
  source: 'content/sources',
  rating: 'audience/ratings',
  address: 'audience/subscriptions',
  ban: 'discussion/bans',
  comment: 'discussion/comments',
  report: 'discussion/comments',
  claim: 'discussion/claims',
  claimEvent: 'discussion/claims',
  event: 'discussion/moderation',
  search: 'delivery/search',
  notice: 'operations/notifications',
  job: 'platform/jobs',
};

/** Writes of a table by another room, each with its reason. */
const EXCEPTIONS: Record<string, string> = {
  // Once, at an upgrade: two rows of one mailbox become one, wherever they are named.
  'audience/subscriptions/rekey-store.ts comment': 'names of rows that become one',
  'audience/subscriptions/rekey-store.ts notice': 'names of rows that become one',
  // Once, at an upgrade: rows of an earlier version, from before articles carried summaries.
  'content/articles/migrate-summaries-store.ts summary': 'rows of an earlier version',
};

const WRITES = new Set(['insert', 'update', 'delete', 'del', 'increment', 'decrement']);

const sources = (readdirSync(SERVER, { recursive: true }) as string[])
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .map((file) => file.split(path.sep).join('/'));

/** The table that a chain of knex calls begins with: `trx(TABLE.stats).where(…).update(…)`. */
function tableOf(chain: ts.Expression): string | null {
  if (ts.isCallExpression(chain)) {
    for (const argument of chain.arguments) {
      const named =
        ts.isObjectLiteralExpression(argument) && argument.properties[0] !== undefined
          ? (argument.properties[0] as ts.PropertyAssignment).initializer
          : argument;
      if (named !== undefined && /^TABLE\.\w+$/.test(named.getText())) return named.getText();
    }
    return tableOf(chain.expression);
  }
  return ts.isPropertyAccessExpression(chain) ? tableOf(chain.expression) : null;
}

/** Tables that a file writes, by their names in `TABLE`. */
function writesOf(file: string): string[] {
  const text = readFileSync(path.join(SERVER, file), 'utf8');
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const written: string[] = [];
  const visit = (node: ts.Node): void => {
    if (
      ts.isCallExpression(node) &&
      ts.isPropertyAccessExpression(node.expression) &&
      WRITES.has(node.expression.name.text)
    ) {
      const table = tableOf(node.expression.expression);
      if (table !== null) written.push(table.slice('TABLE.'.length));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return [...new Set(written)];
}

const all = sources.flatMap((file) => writesOf(file).map((table) => ({ file, table })));

test('every table has an owner, and the owner writes it', () => {
  const seen = new Set(all.map(({ table }) => table));
  // Articles and topics are written by Strapi, besides what their stores do.
  expect(Object.keys(OWNER).filter((table) => !seen.has(table))).toEqual([]);
  expect([...seen].filter((table) => OWNER[table] === undefined)).toEqual([]);
});

test('a store writes the tables of its own room', () => {
  const foreign = all
    .filter(({ file, table }) => !file.startsWith(`${OWNER[table]}/`))
    .map(({ file, table }) => `${file} ${table}`);
  expect(foreign.sort()).toEqual(Object.keys(EXCEPTIONS).sort());
});
