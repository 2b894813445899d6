import type { TestApp } from './app';
import { databaseClient } from './database';

const literal = (text: string): string => `'${text.replace(/'/g, "''")}'`;

/**
 * Lets the database refuse new rows of a table, as one that is full does.
 * @param row a column and the value of it that is refused
 * @param why what the database says
 * @returns ends it
 */
export async function refuseRows(
  app: TestApp,
  table: string,
  [column, value]: [string, string],
  why: string
): Promise<() => Promise<void>> {
  const knex = app.strapi.db.connection;
  const name = `refuse_${column}`;
  const met = `new.${column} = ${literal(value)}`;
  const begins = `create trigger ${name} before insert on ${table}`;
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
  return () => run(end[databaseClient()]);
}
