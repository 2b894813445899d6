import type { TestApp } from './app';
import { databaseClient } from './database';

interface Statement {
  sql: string;
  bindings: unknown[];
}

const OURS = /analysis_(comments|ratings|stats)\b/;

/** Gives the planner its figures, as each database gathers them by itself in time. */
export async function analyse(app: TestApp): Promise<void> {
  const statement = {
    sqlite: 'analyze',
    postgres: 'analyze analysis_comments, analysis_stats',
    mysql: 'analyze table analysis_comments, analysis_stats',
  }[databaseClient()];
  await app.strapi.db.connection.raw(statement);
}

const children = (node: unknown): unknown[] =>
  node !== null && typeof node === 'object' ? Object.values(node) : [];

/** Every object within a plan. */
const nodes = (plan: unknown): Record<string, unknown>[] =>
  plan !== null && typeof plan === 'object'
    ? [
        ...(Array.isArray(plan) ? [] : [plan as Record<string, unknown>]),
        ...children(plan).flatMap(nodes),
      ]
    : [];

/** More than any page holds: a statement that reads so many rows does not stop at its limit. */
const FEW = 250;

/** SQLite says it in words, a line a step: a place to seek is a bound on the time. */
function sqliteFaults(rows: { detail: string }[], sql: string): string[] {
  const steps = rows.map(({ detail }) => detail);
  const seeks = steps.some((step) => /created_at[<>]/.test(step));
  return [
    ...steps.filter((step) => /^SCAN (?!part_|replies|\()|TEMP B-TREE/.test(step)),
    ...(/created_at` [<>]=/.test(sql) && !seeks ? ['reads from the beginning'] : []),
  ];
}

/** A sort of a small thread's replies is none; of more, its input has been read. */
const postgresFaults = (plan: unknown): string[] =>
  nodes(plan)
    .filter((node) => OURS.test(String(node['Relation Name'] ?? '')))
    .map((node) => ({
      type: node['Node Type'] as string,
      table: node['Relation Name'] as string,
      read: Number(node['Actual Rows']) + Number(node['Rows Removed by Filter'] ?? 0),
    }))
    .filter(({ type, read }) => !/^(Index|Bitmap)/.test(type) || read > FEW)
    .map(({ type, table, read }) => `${type} ${table} of ${read}`);

/** `ALL` is a scan of the table, `index` one of a whole index. */
const mysqlFaults = (plan: unknown): string[] =>
  nodes(plan).flatMap((node) => [
    ...('filesort' in node || 'read_sorted_file' in node ? ['filesort'] : []),
    ...(OURS.test(String(node.table_name ?? '')) &&
    (!['const', 'eq_ref', 'ref', 'range'].includes(String(node.access_type)) ||
      Number(node.r_rows ?? 0) > FEW)
      ? [`${String(node.access_type)} ${String(node.table_name)} of ${String(node.r_rows)}`]
      : []),
  ]);

async function faultsOf(
  app: TestApp,
  { sql, bindings }: Statement,
  small: boolean
): Promise<string[]> {
  const knex = app.strapi.db.connection;
  switch (databaseClient()) {
    case 'sqlite':
      return sqliteFaults(await knex.raw(`explain query plan ${sql}`, bindings as never), sql);
    case 'postgres': {
      // Its statements are told with the places numbered, which is not how they are given.
      const given = sql.replace(/\$\d+/g, '?');
      return knex.transaction(async (trx) => {
        if (small) await trx.raw('set local enable_seqscan = off');
        const { rows } = await trx.raw(
          `explain (analyze, format json) ${given}`,
          bindings as never
        );
        return postgresFaults(rows[0]['QUERY PLAN']);
      });
    }
    default: {
      // MariaDB tells what it read, MySQL what it means to.
      const [[{ version }]] = await knex.raw('select version() as version');
      const explain = /MariaDB/.test(version) ? 'analyze' : 'explain';
      const [rows] = await knex.raw(`${explain} format=json ${sql}`, bindings as never);
      return mysqlFaults(JSON.parse(Object.values(rows[0])[0] as string));
    }
  }
}

/**
 * What the database's own plans say against the statements that some work sends: reading one of
 * our tables whole, or sorting what was read.
 * @param options.small for tables of a few rows, which PostgreSQL had rather read whole
 * @returns the faults, and how many statements on the comments were explained
 */
export async function planFaults(
  app: TestApp,
  work: () => PromiseLike<unknown>,
  options: { small?: boolean } = {}
): Promise<{ faults: string[]; explained: number }> {
  const knex = app.strapi.db.connection;
  const sent: Statement[] = [];
  const listen = ({ sql, bindings }: Statement) =>
    void (OURS.test(sql) && sent.push({ sql, bindings }));
  knex.on('query', listen);
  try {
    await work();
  } finally {
    knex.removeListener('query', listen);
  }
  const faults: string[] = [];
  for (const statement of sent) {
    const found = await faultsOf(app, statement, options.small ?? false);
    faults.push(...found.map((fault) => `${fault}: ${statement.sql.slice(0, 200)}`));
  }
  const explained = sent.filter(({ sql }) => sql.includes('analysis_comments')).length;
  return { faults, explained };
}
