import type { TestApp } from './app';
import { databaseClient } from './database';

const literal = (text: string): string => `'${text.replace(/'/g, "''")}'`;

interface Refusal {
  table: string;
  /** New rows unless given. */
  on?: 'insert' | 'update' | 'delete';
  column: string;
  /** The value of the column of rows that are refused. */
  value: string;
  /** What the database says. */
  why: string;
}

/** Runs `work` while the database refuses to write some rows of a table, as one that is full does. */
export async function whileRefused<Result>(
  app: TestApp,
  { table, on = 'insert', column, value, why }: Refusal,
  work: () => PromiseLike<Result>
): Promise<Result> {
  const knex = app.strapi.db.connection;
  const name = `refuse_${column}`;
  const met = `${on === 'delete' ? 'old' : 'new'}.${column} = ${literal(value)}`;
  const begins = `create trigger ${name} before ${on} on ${table}`;
  const make = {
    sqlite: [`${begins} when ${met} begin select raise(abort, ${literal(why)}); end`],
    postgres: [
      `create function ${name}() returns trigger language plpgsql as
        $$ begin raise exception using message = ${literal(why)}; end $$`,
      `${begins} for each row when (${met}) execute function ${name}()`,
    ],
    mysql: [
      `${begins} for each row if ${met} then
        signal sqlstate '45000' set message_text = ${literal(why)}; end if`,
    ],
  };
  const end = {
    sqlite: [`drop trigger ${name}`],
    postgres: [`drop trigger ${name} on ${table}`, `drop function ${name}()`],
    mysql: [`drop trigger ${name}`],
  };
  const run = async (statements: string[]) => {
    for (const statement of statements) await knex.raw(statement);
  };
  await run(make[databaseClient()]);
  try {
    return await work();
  } finally {
    await run(end[databaseClient()]);
  }
}
