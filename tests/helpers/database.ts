import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import mysql from 'mysql2/promise';
import { Client } from 'pg';

export type DatabaseClient = 'sqlite' | 'postgres' | 'mysql';

/** The database under test: DATABASE_CLIENT, SQLite unless said otherwise. */
export const databaseClient = (): DatabaseClient =>
  (process.env.DATABASE_CLIENT as DatabaseClient | undefined) ?? 'sqlite';

export const ROOT = path.resolve(__dirname, '../..');

const host = () => process.env.DATABASE_HOST ?? '127.0.0.1';
const password = () => process.env.DATABASE_PASSWORD ?? '';
const port = (fallback: number) => Number(process.env.DATABASE_PORT ?? fallback);
const user = (fallback: string) => process.env.DATABASE_USERNAME ?? fallback;

async function onPostgres(statement: string): Promise<void> {
  const client = new Client({
    host: host(),
    port: port(5432),
    user: user('postgres'),
    password: password(),
    database: process.env.DATABASE_MAINTENANCE ?? 'postgres',
  });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

async function onMysql(statement: string): Promise<void> {
  const connection = await mysql.createConnection({
    host: host(),
    port: port(3306),
    user: user('root'),
    password: password(),
  });
  try {
    await connection.query(statement);
  } finally {
    await connection.end();
  }
}

/**
 * Makes an empty database of the kind under test.
 * @returns the environment that points Strapi at it, and how to drop it
 */
export async function makeDatabase(): Promise<{
  env: Record<string, string>;
  drop: () => Promise<void>;
}> {
  const name = `analysis_test_${process.pid}_${randomBytes(4).toString('hex')}`;
  const client = databaseClient();
  if (client === 'sqlite') {
    const folder = path.join(ROOT, '.tmp/test');
    mkdirSync(folder, { recursive: true });
    const filename = path.join(folder, `${name}.db`);
    return {
      env: { DATABASE_CLIENT: client, DATABASE_FILENAME: filename },
      drop: async () => {
        for (const suffix of ['', '-wal', '-shm']) rmSync(filename + suffix, { force: true });
      },
    };
  }
  const run = client === 'postgres' ? onPostgres : onMysql;
  await run(`CREATE DATABASE ${name}${client === 'mysql' ? ' CHARACTER SET utf8mb4' : ''}`);
  return {
    env: { DATABASE_CLIENT: client, DATABASE_NAME: name },
    drop: () => run(`DROP DATABASE ${name}${client === 'postgres' ? ' WITH (FORCE)' : ''}`),
  };
}
