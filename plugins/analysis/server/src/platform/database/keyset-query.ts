import type { Knex } from 'knex';
import { recordOf } from '../../../../shared/record-of';
import type { Keyset } from '../http/pagination';
import type { StoredCount } from './tables';

/** What `like` finds a text by, with `escape '!'`: `%` and `_` in it stand for themselves. */
export const like = (value: string): string => `%${value.toLowerCase().replace(/[!%_]/g, '!$&')}%`;

/**
 * Counts the rows under several names, each up to a cap, in one query.
 * @param rowsOf the rows of a name; it need not select anything
 */
export async function countEach<Name extends string>(
  knex: Knex,
  names: readonly Name[],
  cap: number,
  rowsOf: (name: Name) => Knex.QueryBuilder
): Promise<Record<Name, number>> {
  const count = (name: Name) => knex.count('*').from(rowsOf(name).limit(cap).select('id').as('c'));
  const [row]: Partial<Record<Name, StoredCount>>[] = await knex
    .select(names.map((name) => knex.raw('(?) as ??', [count(name), name])))
    .limit(1);
  return recordOf(names, (name) => Number(row?.[name] ?? 0));
}

/** The number of rows that a query finds. */
export async function countRows(query: Knex.QueryBuilder): Promise<number> {
  const [row]: { n: StoredCount }[] = await query.count({ n: '*' });
  return Number(row?.n ?? 0);
}

/**
 * Narrows a query to a page by time and id, one row more than the limit when there are further
 * ones.
 */
export function byKeyset(
  query: Knex.QueryBuilder,
  page: { sort: 'oldest' | 'newest'; limit: number; cursor: Keyset | null }
): void {
  const { sort, limit, cursor } = page;
  const [order, beyond] = sort === 'oldest' ? (['asc', '>'] as const) : (['desc', '<'] as const);
  if (cursor !== null) {
    // The first bound says nothing that the second does not; but PostgreSQL seeks it in an index,
    // where it would otherwise read all that comes before.
    void query
      .where('created_at', `${beyond}=`, cursor.createdAt)
      .where((either) =>
        either.where('created_at', beyond, cursor.createdAt).orWhere('id', beyond, cursor.id)
      );
  }
  void query
    .orderBy([
      { column: 'created_at', order },
      { column: 'id', order },
    ])
    .limit(limit + 1);
}
