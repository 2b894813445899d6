import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { createId } from '../security/hash';

export type Trx = Knex.Transaction;
/** A transaction, or the pool where none is open. */
export type Connection = Knex;

const UNIQUE_VIOLATIONS = new Set(['SQLITE_CONSTRAINT_UNIQUE', '23505', 'ER_DUP_ENTRY']);

/**
 * Failures that a second try of the whole transaction cures: deadlock, serialisation, busy file.
 * 25P02 stands for one of these on PostgreSQL where Strapi hides it: a row whose relations could
 * not be written is deleted again, and the transaction that ended refuses that.
 */
const TRANSIENT = new Set([
  'ER_LOCK_DEADLOCK',
  'ER_LOCK_WAIT_TIMEOUT',
  'ER_CHECKREAD',
  '40P01',
  '40001',
  '25P02',
  'SQLITE_BUSY',
]);

const ATTEMPTS = 6;

/** knex itself types it as `any`. */
export const knexClient = (knex: Knex): Knex.Client & { config: object } =>
  knex.client as Knex.Client & { config: object };

/**
 * A JSON column's value: PostgreSQL gives it parsed, the others as text. Only the product writes
 * it, so that it is what was written.
 */
export const fromJson = <T>(stored: unknown): T =>
  (typeof stored === 'string' ? JSON.parse(stored) : stored) as T;

function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : '';
}

/** True when a database refused a row for a unique index, on any of the three databases. */
export const isUniqueViolation = (error: unknown): boolean => UNIQUE_VIOLATIONS.has(codeOf(error));

const isTransient = (error: unknown): boolean => TRANSIENT.has(codeOf(error));

/** True when there was no connection to be had, whatever the statement. */
export const isUnreachable = (error: unknown): boolean =>
  (error as Error | null)?.name === 'KnexTimeoutError' ||
  /^(ECONN|EHOSTUNREACH|ETIMEDOUT|PROTOCOL_CONNECTION_LOST|08|57P0)/.test(codeOf(error));

/**
 * Runs `work`, which opens a transaction, again when the database ended that for a reason that
 * passes. Inside a transaction that is open already there is nothing to try again: its owner must.
 */
export async function retryTransient<T>(strapi: Core.Strapi, work: () => Promise<T>): Promise<T> {
  const joined = strapi.db.inTransaction();
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (joined || attempt === ATTEMPTS || !isTransient(error)) throw error;
      await pause(attempt);
    }
  }
}

/**
 * Runs `work` in a transaction, joining the one that is open if there is one. A new transaction
 * is tried again, whole, when the database ended it for a reason that passes.
 * @param work gets a knex transaction; whatever it starts through Strapi's own queries joins too
 */
export const inTransaction = <T>(strapi: Core.Strapi, work: (trx: Trx) => Promise<T>): Promise<T> =>
  retryTransient(strapi, () => strapi.db.transaction(({ trx }) => work(trx as Trx)) as Promise<T>);

/** A random pause that grows, so that transactions which met once do not meet again. */
const pause = (attempt: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * attempt));

/**
 * Runs `work` on the transaction that is open, else on the pool. For reads that happen inside
 * hooks as well as outside: on SQLite's single connection a query beside the open transaction
 * would wait for itself.
 */
export function onConnection<T>(strapi: Core.Strapi, work: (knex: Knex) => Promise<T>): Promise<T> {
  if (!strapi.db.inTransaction()) return work(strapi.db.connection);
  return strapi.db.transaction(({ trx }) => work(trx as Trx)) as Promise<T>;
}

/** The columns that Strapi gives every row, for rows that knex inserts. */
export function rowBase(now: Date): {
  document_id: string;
  created_at: Date;
  updated_at: Date;
  published_at: Date;
} {
  return { document_id: createId(), created_at: now, updated_at: now, published_at: now };
}

/** SQLite keeps dates as milliseconds, the others as timestamps: one Date for all. */
export function toDate(value: unknown): Date | null {
  if (value === null || value === undefined) return null;
  const date = value instanceof Date ? value : new Date(value as string | number);
  return Number.isNaN(date.getTime()) ? null : date;
}

/** The same as ISO 8601 text, for answers. */
export const toIso = (value: unknown): string | null => toDate(value)?.toISOString() ?? null;
