import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { databaseClient, ROOT, type DatabaseClient } from '../helpers/database';
import { onMysql, onPostgres } from './servers';
import { copyToDatabase, keepAsTemplate, resetToTemplate } from './template';

/** A database of its own for one application. */
export interface TestDatabase {
  /** The environment that points Strapi at it. */
  env: Record<string, string>;
  /** Puts its contents back to what the first start left. Nobody may be connected. */
  reset(): Promise<void>;
  /** Makes it the template of those to come. Nobody may be connected. */
  keep(): Promise<void>;
  drop(): Promise<void>;
}

const FOLDER = path.join(ROOT, '.tmp/test');
/** Two clones share a server: each sweeps its own databases only. */
const CLONE = createHash('sha256').update(ROOT).digest('hex').slice(0, 8);
const PREFIX = `analysis_test_${CLONE}`;

/** `TEST_RUN` is the process of the whole run; what one leaves behind is swept by the next. */
const newName = (): string =>
  `${PREFIX}_${process.env.TEST_RUN ?? process.pid}_${randomBytes(4).toString('hex')}`;

const fileOf = (name: string): string => path.join(FOLDER, `${name}.db`);

async function drop(client: DatabaseClient, name: string): Promise<void> {
  if (client === 'sqlite') {
    for (const suffix of ['', '-wal', '-shm']) rmSync(fileOf(name) + suffix, { force: true });
  } else if (client === 'postgres') {
    await onPostgres((server) => server.query(`drop database if exists ${name} with (force)`));
  } else {
    await onMysql((server) => server.query(`drop database if exists ${name}`));
  }
}

async function makeEmpty(client: DatabaseClient, name: string): Promise<void> {
  if (client === 'postgres') await onPostgres((server) => server.query(`create database ${name}`));
  if (client === 'mysql') {
    await onMysql((server) => server.query(`create database ${name} character set utf8mb4`));
  }
}

/**
 * Makes a database of the kind under test.
 * @param options.empty without tables, as before the first start; otherwise as the first start
 *   leaves it
 */
export async function makeDatabase({ empty }: { empty: boolean }): Promise<TestDatabase> {
  const client = databaseClient();
  const name = newName();
  mkdirSync(FOLDER, { recursive: true });
  const place = client === 'sqlite' ? fileOf(name) : name;
  await (empty ? makeEmpty(client, name) : copyToDatabase(client, place));
  return {
    env: {
      DATABASE_CLIENT: client,
      ...(client === 'sqlite' ? { DATABASE_FILENAME: place } : { DATABASE_NAME: name }),
    },
    async reset() {
      if (client !== 'mysql') await drop(client, name);
      await resetToTemplate(client, place);
    },
    keep: () => keepAsTemplate(client, place),
    drop: () => drop(client, name),
  };
}

const isRunning = (run: number): boolean => {
  try {
    process.kill(run, 0);
    return true;
  } catch {
    return false;
  }
};

const listed = async (client: DatabaseClient): Promise<string[]> => {
  if (client === 'sqlite') {
    mkdirSync(FOLDER, { recursive: true });
    return readdirSync(FOLDER).map((file) => file.replace(/\.db(-wal|-shm)?$/, ''));
  }
  if (client === 'postgres') {
    const { rows } = await onPostgres((server) =>
      server.query<{ datname: string }>('select datname from pg_database')
    );
    return rows.map(({ datname }) => datname);
  }
  const [rows] = await onMysql((server) => server.query('show databases'));
  return (rows as { Database: string }[]).map(({ Database }) => Database);
};

/**
 * Drops what runs left behind that are over: those whose worker was killed, or whose test failed
 * before it stopped its application.
 * @param ending this run's own databases too
 */
export async function sweepDatabases(client: DatabaseClient, ending: boolean): Promise<void> {
  const names = new Set(await listed(client));
  for (const name of names) {
    const [, run] = new RegExp(`^${PREFIX}_(\\d+)_`).exec(name) ?? [];
    if (run === undefined) continue;
    const ours = run === process.env.TEST_RUN;
    if (ours ? ending : !isRunning(Number(run))) await drop(client, name);
  }
}
