import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { TABLE } from '../../platform/strapi/uids';

export type Client = 'sqlite' | 'postgres' | 'mysql';

/** Which of the databases it is; MariaDB is taken for the MySQL that it speaks. */
export const clientOf = (strapi: Core.Strapi): Client => strapi.db.dialect.client as Client;

const FTS = 'analysis_search_fts';
const INDEX = 'analysis_searches_words_ft';

/** Keep SQLite's index as the table is, whoever writes; contents are read from the table itself. */
const TRIGGERS: Record<string, string> = {
  analysis_search_fts_ai: `after insert on ${TABLE.search} begin
    insert into ${FTS}(rowid, words) values (new.id, new.words); end`,
  analysis_search_fts_ad: `after delete on ${TABLE.search} begin
    insert into ${FTS}(${FTS}, rowid, words) values ('delete', old.id, old.words); end`,
  analysis_search_fts_au: `after update on ${TABLE.search} begin
    insert into ${FTS}(${FTS}, rowid, words) values ('delete', old.id, old.words);
    insert into ${FTS}(rowid, words) values (new.id, new.words); end`,
};

/**
 * Strapi changes a table on SQLite by copying it, and triggers do not come along: so they are
 * looked for at each start, and where one is missing the index is made again from the table.
 */
async function ensureSqlite(knex: Knex): Promise<void> {
  const rows: { name: string }[] = await knex('sqlite_master')
    .whereIn('name', [FTS, ...Object.keys(TRIGGERS)])
    .select('name');
  if (rows.length === Object.keys(TRIGGERS).length + 1) return;
  for (const name of Object.keys(TRIGGERS)) await knex.raw(`drop trigger if exists ${name}`);
  await knex.raw(`drop table if exists ${FTS}`);
  await knex.raw(
    `create virtual table ${FTS} using fts5(words, content='${TABLE.search}', content_rowid='id', tokenize='ascii')`
  );
  for (const [name, body] of Object.entries(TRIGGERS)) {
    await knex.raw(`create trigger ${name} ${body}`);
  }
  await knex.raw(`insert into ${FTS}(${FTS}) values ('rebuild')`);
}

async function ensureMysql(knex: Knex): Promise<void> {
  const found: unknown = await knex('information_schema.statistics')
    .whereRaw('table_schema = database()')
    .where({ table_name: TABLE.search, index_name: INDEX })
    .first(knex.raw('1 as found'));
  if (found) return;
  // Made in place, an index that the table once had comes back without its rows (MariaDB 10.11).
  await knex.raw(`alter table ${TABLE.search} add fulltext index ${INDEX} (words), algorithm=copy`);
}

const ensurePostgres = (knex: Knex): Promise<unknown> =>
  knex.raw(
    `create index if not exists ${INDEX} on ${TABLE.search} using gin (to_tsvector('simple', words))`
  );

/**
 * Makes the full-text index where it is not there. Strapi knows nothing of it, and leaves alone
 * what it did not make.
 */
export async function ensureIndex(knex: Knex, client: Client): Promise<void> {
  const ensure = { sqlite: ensureSqlite, postgres: ensurePostgres, mysql: ensureMysql }[client];
  try {
    await ensure(knex);
  } catch {
    // Two instances that start together may both make it; the second finds it then.
    await ensure(knex);
  }
}

/** Narrows a query over the table (as `s`) to what the database's full-text search finds. */
export function matching(query: Knex.QueryBuilder, client: Client, asked: string): void {
  if (client === 'sqlite') {
    void query.whereRaw(`s.id in (select rowid from ${FTS} where ${FTS} match ?)`, [asked]);
  } else if (client === 'postgres') {
    void query.whereRaw(`to_tsvector('simple', s.words) @@ to_tsquery('simple', ?)`, [asked]);
  } else {
    void query.whereRaw('match(s.words) against (? in boolean mode)', [asked]);
  }
}
