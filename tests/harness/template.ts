import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { ROOT, type DatabaseClient } from '../helpers/database';
import { onMysql, onPostgres } from './servers';

/**
 * The database as the first start leaves it: tables, roles, permissions, hashes of schemas. A start
 * on a copy of it makes no table. It is made once for each build (`TEST_TEMPLATE` is the build's
 * hash, set by `setup.cjs`).
 */
const key = (): string => process.env.TEST_TEMPLATE ?? '';

const FOLDER = path.join(ROOT, '.tmp/templates');
const sqliteTemplate = () => path.join(FOLDER, `${key()}.db`);
const mysqlTemplate = () => path.join(FOLDER, `${key()}.mysql.json`);

/** PostgreSQL keeps its template itself; the clone's name keeps those of two clones apart. */
const POSTGRES_PREFIX = `analysis_template_${createHash('sha256').update(ROOT).digest('hex').slice(0, 8)}_`;
const postgresTemplate = () => `${POSTGRES_PREFIX}${key()}`;

/** Statements that make MariaDB's tables and fill them. */
interface Dump {
  tables: string[];
  create: string[];
  insert: string[];
}
const readDump = (): Dump => JSON.parse(readFileSync(mysqlTemplate(), 'utf8')) as Dump;

/** Whether this build has a template of that kind. */
export async function hasTemplate(client: DatabaseClient): Promise<boolean> {
  if (key() === '') return false;
  if (client === 'sqlite') return existsSync(sqliteTemplate());
  if (client === 'mysql') return existsSync(mysqlTemplate());
  return onPostgres(async (server) => {
    const { rowCount } = await server.query('select 1 from pg_database where datname = $1', [
      postgresTemplate(),
    ]);
    return rowCount === 1;
  });
}

async function dump(name: string): Promise<Dump> {
  return onMysql(async (server) => {
    const [listed] = await server.query('show full tables where table_type = "BASE TABLE"');
    const tables = (listed as Record<string, string>[]).map(
      (row) => Object.values(row)[0] as string
    );
    const create: string[] = [];
    const insert: string[] = [];
    for (const table of tables) {
      const [[made]] = (await server.query(`show create table ??`, [table])) as unknown as [
        [Record<string, string>],
      ];
      create.push(made['Create Table'] as string);
      const [rows] = (await server.query(`select * from ??`, [table])) as unknown as [
        Record<string, unknown>[],
      ];
      if (rows.length === 0) continue;
      const columns = Object.keys(rows[0] as object);
      const values = rows.map((row) => columns.map((column) => row[column]));
      insert.push(server.format('insert into ?? (??) values ?', [table, columns, values]));
    }
    return { tables, create, insert };
  }, name);
}

/** Those of former builds are of no use any more. */
function dropFormer(ending: string): void {
  mkdirSync(FOLDER, { recursive: true });
  for (const file of readdirSync(FOLDER)) {
    if (file.endsWith(ending)) rmSync(path.join(FOLDER, file));
  }
}

/**
 * Makes the template from a database to which nobody is connected, and which is of no use afterwards.
 * Written under another name and then renamed, as another run may be looking.
 */
export async function keepAsTemplate(client: DatabaseClient, place: string): Promise<void> {
  if (client === 'sqlite') {
    dropFormer('.db');
    renameSync(place, sqliteTemplate());
  } else if (client === 'mysql') {
    dropFormer('.mysql.json');
    const file = `${mysqlTemplate()}.${process.pid}`;
    writeFileSync(file, JSON.stringify(await dump(place)));
    renameSync(file, mysqlTemplate());
  } else {
    await onPostgres(async (server) => {
      const { rows } = await server.query<{ datname: string }>(
        'select datname from pg_database where starts_with(datname, $1)',
        [POSTGRES_PREFIX]
      );
      for (const { datname } of rows) await server.query(`drop database if exists ${datname}`);
      await server.query(`alter database ${place} rename to ${postgresTemplate()}`);
    });
  }
}

const NO_CHECKS = 'set foreign_key_checks = 0';
const together = (...statements: string[]): string => statements.join(';\n');

/**
 * Makes a database that is a copy of the template.
 * @param place SQLite's file, or the new database's name
 */
export async function copyToDatabase(client: DatabaseClient, place: string): Promise<void> {
  if (client === 'sqlite') {
    copyFileSync(sqliteTemplate(), place);
  } else if (client === 'postgres') {
    await onPostgres((server) =>
      server.query(`create database ${place} template ${postgresTemplate()}`)
    );
  } else {
    const { create, insert } = readDump();
    const make = `create database ${place} character set utf8mb4`;
    await onMysql((server) =>
      server.query(together(make, `use ${place}`, NO_CHECKS, ...create, ...insert))
    );
  }
}

/** Brings a database back to the template: on SQLite and PostgreSQL it was dropped before. */
export async function resetToTemplate(client: DatabaseClient, place: string): Promise<void> {
  if (client !== 'mysql') return copyToDatabase(client, place);
  // Tables take MariaDB a second to make; rows are quick.
  const { tables, insert } = readDump();
  const empty = tables.map((table) => `delete from ${table}`);
  await onMysql(
    (server) => server.query(together(NO_CHECKS, 'begin', ...empty, ...insert, 'commit')),
    place
  );
}
