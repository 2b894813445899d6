import { defined } from '../../../../shared/defined';
import type { Knex } from 'knex';
import { knexClient } from './connection';

/** A value that a statement is run with; an array stands for the values of an `in (…)`. */
type Scalar = string | number | boolean | Date | null;
export type StatementValues = Record<string, Scalar | readonly Scalar[]>;

/** What the builder is called with in place of the values. */
type Places<Values extends StatementValues> = {
  [Name in keyof Values]: Values[Name] extends readonly (infer Each)[] ? Each[] : Values[Name];
};

type Build<Values extends StatementValues, Variant> = (
  knex: Knex,
  places: Places<Values>,
  variant: Variant
) => Knex.QueryBuilder | Knex.Raw;

interface Compiled {
  sql: string;
  /** For each binding its value, or where among the values it is found. */
  bindings: (Place | { constant: Knex.RawBinding })[];
}

/** Stands for a value while knex builds the statement. Bindings keep it as it is. */
class Place {
  constructor(
    readonly name: string,
    readonly at: number | null
  ) {}
}

/** The pools, by their client's configuration, on which every statement is built anew. */
const uncached = new WeakSet<object>();

/** Has every statement on this pool built and run by knex, each time. */
export function disableStatementCache(knex: Knex): void {
  uncached.add(configOf(knex));
}

/** A transaction has a client of its own, with the configuration of the one that it is of. */
const configOf = (knex: Knex): object => knexClient(knex).config;

/** Statements of so many different lengths are kept for each place in the code. */
const MAX_SHAPES = 64;

/** Lists are filled up to one of few lengths, so that there are few statements. */
const padded = <T>(values: readonly T[]): T[] => {
  const length = 2 ** Math.ceil(Math.log2(values.length));
  return Array.from({ length }, (_, at) => defined(values[Math.min(at, values.length - 1)]));
};

/**
 * A statement that knex builds once, and that is then run with other values: building costs several
 * times what a database asks for a row by its key.
 * @param build makes the query. What it is given stands for the values: it may only be put where a
 *   binding may, and lists only into `whereIn`, where a value twice is as good as once. What
 *   changes the text itself, such as a limit, is the variant: each is built once.
 * @param exactLists builds for each length of a list, whose values then may stand anywhere
 * @returns runs it on a connection or transaction, and returns the rows of a read; an empty list
 *   finds none, and is not asked for. What a write returns is of no meaning.
 */
export function statement<Row, Values extends StatementValues, Variant extends Scalar = null>(
  build: Build<Values, Variant>,
  { exactLists = false } = {}
): (knex: Knex, values: Values, variant?: Variant) => Promise<Row[]> {
  const kept = new WeakMap<object, Map<string, Compiled>>();

  return async (knex, values, variant = null as Variant) => {
    const given: StatementValues = {};
    let shape = `${String(variant)}:`;
    for (const [name, value] of Object.entries(values)) {
      if (!Array.isArray(value)) {
        given[name] = value;
        continue;
      }
      if (value.length === 0) return [];
      const list = exactLists ? (value as Scalar[]) : padded(value as Scalar[]);
      given[name] = list;
      shape += `${list.length},`;
    }
    const config = configOf(knex);
    if (uncached.has(config)) {
      return rowsOf<Row>(await build(knex, values as unknown as Places<Values>, variant));
    }
    let shapes = kept.get(config);
    if (shapes === undefined) kept.set(config, (shapes = new Map<string, Compiled>()));
    let compiled = shapes.get(shape);
    if (compiled === undefined) {
      compiled = compile(build, knex, given, variant);
      if (shapes.size >= MAX_SHAPES) shapes.clear();
      shapes.set(shape, compiled);
    }
    const bindings = compiled.bindings.map((each) =>
      each instanceof Place ? valueAt(given, each) : each.constant
    );
    return rowsOf<Row>(await send(knexClient(knex), compiled.sql, bindings));
  };
}

const probe = statement<{ found: number }, { one: number }>((knex, { one }) =>
  knex.select('found').from(knex.raw('(select 1 as found) as probes')).where('found', one)
);

/**
 * Runs a statement by way of the internals that the cache relies on: a client's `config`,
 * `acquireConnection`, `releaseConnection` and `query` with its `response`, and `prepare` of
 * better-sqlite3's connections, which is replaced.
 * @returns what is not as expected of them: none when other values give other rows
 */
export async function missingForStatements(knex: Knex): Promise<string[]> {
  try {
    const counts: number[] = [];
    // The second time what was built is run, and on SQLite what was prepared.
    for (const one of [1, 2, 1]) counts.push((await probe(knex, { one })).length);
    return counts.join() === '1,0,1' ? [] : ['the rows of a statement that knex built before'];
  } catch (error) {
    return [`a statement that knex built before (${(error as Error).message})`];
  }
}

interface SqliteConnection {
  prepare(sql: string): unknown;
}

/** The prepared statements of SQLite's connections, for statements of this file alone. */
const prepared = new WeakMap<SqliteConnection, Map<string, unknown>>();

const MAX_PREPARED = 500;

/**
 * Has the connection prepare a text once: knex prepares every statement anew, which takes longer
 * than most take to run. SQLite does it again by itself when the tables have changed.
 */
function keepPrepared(connection: SqliteConnection, sql: string): void {
  let kept = prepared.get(connection);
  if (kept === undefined) {
    const texts = (kept = new Map<string, unknown>());
    const prepare = connection.prepare.bind(connection);
    connection.prepare = (text) => texts.get(text) ?? prepare(text);
    prepared.set(connection, kept);
  }
  if (kept.has(sql)) return;
  if (kept.size >= MAX_PREPARED) kept.clear();
  kept.set(sql, connection.prepare(sql));
}

/**
 * Runs a statement as knex does, events and all, without a builder, which costs more than many
 * rows do.
 */
async function send(client: Knex.Client, sql: string, bindings: unknown[]): Promise<unknown> {
  const connection: unknown = await client.acquireConnection();
  try {
    if (client.driverName === 'better-sqlite3') keepPrepared(connection as SqliteConnection, sql);
    const sent = (await client.query(connection, { sql, bindings, method: 'raw' })) as {
      response: unknown;
    };
    return sent.response;
  } finally {
    // There is nothing to wait for: a pool takes it back at once, a transaction keeps it.
    void client.releaseConnection(connection);
  }
}

const valueAt = (values: StatementValues, { name, at }: Place): Scalar => {
  const value = values[name] as Scalar | readonly Scalar[];
  return Array.isArray(value) ? defined((value as readonly Scalar[])[at ?? 0]) : (value as Scalar);
};

function compile<Values extends StatementValues, Variant>(
  build: Build<Values, Variant>,
  knex: Knex,
  values: StatementValues,
  variant: Variant
): Compiled {
  const places = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.map((_, at) => new Place(name, at)) : new Place(name, null),
    ])
  );
  const built = build(knex, places as unknown as Places<Values>, variant).toSQL();
  const { sql, bindings } = withLimits(built.sql, built.bindings as unknown[]);
  return {
    sql,
    bindings: bindings.map((each) =>
      each instanceof Place ? each : { constant: each as Knex.RawBinding }
    ),
  };
}

/**
 * Writes limits into the text. SQLite plans by a limit, and so compiles a statement anew, which
 * takes three times as long as to run it, whenever a value is bound to one.
 */
function withLimits(sql: string, bindings: unknown[]): { sql: string; bindings: unknown[] } {
  const left: unknown[] = [];
  let at = 0;
  const text = sql.replace(
    /(limit )?(\\?)\?/g,
    (found, limit: string | undefined, escape: string) => {
      if (escape !== '') return found;
      const value = bindings[at++];
      if (limit !== undefined && Number.isSafeInteger(value)) return `${limit}${String(value)}`;
      left.push(value);
      return found;
    }
  );
  return { sql: text, bindings: left };
}

/** The rows of an answer, as each driver wraps them. */
function rowsOf<Row>(answer: unknown): Row[] {
  // mysql2: [rows, fields]; pg: an object with them; better-sqlite3: the rows themselves.
  if (!Array.isArray(answer)) return (answer as { rows?: Row[] }).rows ?? [];
  return Array.isArray(answer[0]) ? (answer[0] as Row[]) : (answer as Row[]);
}
