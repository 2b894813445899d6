import path from 'node:path';

export type DatabaseClient = 'sqlite' | 'postgres' | 'mysql';

/** The database under test: the jest project's, or DATABASE_CLIENT; SQLite unless said otherwise. */
export const databaseClient = (): DatabaseClient =>
  (process.env.DATABASE_CLIENT as DatabaseClient | undefined) ?? 'sqlite';

export const ROOT = path.resolve(__dirname, '../..');
