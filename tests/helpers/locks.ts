import type { Knex } from 'knex';
import { startInstance, type Instance } from './instance';
import { databaseClient } from './database';
import type { TestApp } from './app';
import { until } from './outside';

/** Statements of this database that wait for a lock, on a database that tells. */
const WAITING = {
  postgres: `select count(*) as n from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`,
  mysql: `select count(*) as n from information_schema.innodb_trx as trx
    join information_schema.processlist as process on process.id = trx.trx_mysql_thread_id
    where trx.trx_state = 'LOCK WAIT' and process.db = database()`,
};

async function countWaiting(app: TestApp): Promise<number> {
  const client = databaseClient();
  if (client === 'sqlite') return 0;
  const answer = await app.strapi.db.connection.raw(WAITING[client]);
  const [row] = (client === 'postgres' ? answer.rows : answer[0]) as { n: string | number }[];
  return Number(row?.n);
}

/**
 * Waits until so many wait for a lock. InnoDB's table of transactions is a copy, which is made anew
 * only when nobody has read it for 100 milliseconds.
 */
async function untilWaiting(app: TestApp, waits: number): Promise<void> {
  let read = -Infinity;
  await until(async () => {
    if (databaseClient() === 'mysql' && performance.now() - read < 150) return false;
    const waiting = await countWaiting(app);
    read = performance.now();
    return waiting >= waits;
  });
}

/** Where requests for the second process go. */
export type Second = Pick<Instance, 'url' | 'stop'>;

/**
 * Starts a second process on the application's database. SQLite is for one process, in which its
 * one connection takes turns: there, both are the application itself.
 */
export async function startSecond(app: TestApp): Promise<Second> {
  if (databaseClient() !== 'sqlite') return startInstance();
  return { url: await app.listen(), stop: () => Promise.resolve() };
}

/**
 * Has requests meet: a transaction of nobody's holds an article's counters, where all that is
 * written of the article comes by, until as many wait there as were sent.
 * @param held the article, or what the transaction does so that others wait for it
 * @param send sends requests that all come to a wait meanwhile
 * @param options.waits how many do
 * @param options.meanwhile what the transaction does once they wait, before it is committed
 */
export async function whileLocked<T>(
  app: TestApp,
  held: string | ((trx: Knex.Transaction) => Promise<unknown>),
  send: () => Promise<T>[],
  options: { waits: number; meanwhile?: (trx: Knex.Transaction) => Promise<unknown> }
): Promise<T[]> {
  const { waits, meanwhile = () => Promise.resolve() } = options;
  const hold = (trx: Knex.Transaction): Promise<unknown> =>
    typeof held === 'string' ? lockCounters(trx, held) : held(trx);
  if (databaseClient() === 'sqlite') {
    // Whoever holds the connection holds everybody up.
    const trx = await app.strapi.db.connection.transaction();
    await hold(trx);
    const sent = send();
    await meanwhile(trx);
    await trx.commit();
    return Promise.all(sent);
  }
  const trx = await app.strapi.db.connection.transaction();
  try {
    await hold(trx);
    const sent = send();
    // What fails while the others are waited for is thrown below.
    for (const each of sent) each.catch(() => undefined);
    await untilWaiting(app, waits);
    await meanwhile(trx);
    await trx.commit();
    return await Promise.all(sent);
  } finally {
    if (!trx.isCompleted()) await trx.rollback();
  }
}

/** Locks an article's counters, which whoever writes of the article locks first. */
export const lockCounters = (trx: Knex.Transaction, articleId: string): Promise<unknown> =>
  trx('analysis_stats').where({ article_id: articleId }).forUpdate().first('id');
