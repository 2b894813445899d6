import mysql, { type Connection } from 'mysql2/promise';
import { Client } from 'pg';

const host = () => process.env.DATABASE_HOST ?? '127.0.0.1';
const password = () => process.env.DATABASE_PASSWORD ?? '';
const port = (fallback: number) => Number(process.env.DATABASE_PORT ?? fallback);
const user = (fallback: string) => process.env.DATABASE_USERNAME ?? fallback;

/** Runs `work` on a connection to PostgreSQL's maintenance database, and closes it. */
export async function onPostgres<Result>(
  work: (client: Client) => Promise<Result>
): Promise<Result> {
  const client = new Client({
    host: host(),
    port: port(5432),
    user: user('postgres'),
    password: password(),
    database: process.env.DATABASE_MAINTENANCE ?? 'postgres',
  });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/**
 * Runs `work` on a connection to MariaDB or MySQL, and closes it.
 * @param database the database to use; none: the server itself
 */
export async function onMysql<Result>(
  work: (connection: Connection) => Promise<Result>,
  database?: string
): Promise<Result> {
  const connection = await mysql.createConnection({
    host: host(),
    port: port(3306),
    user: user('root'),
    password: password(),
    ...(database === undefined ? {} : { database }),
    charset: 'utf8mb4',
    multipleStatements: true,
    // Values are written as they were read.
    dateStrings: true,
    jsonStrings: true,
  });
  try {
    return await work(connection);
  } finally {
    await connection.end();
  }
}
