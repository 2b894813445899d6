import type { Knex } from 'knex';
import type { Keyset } from './pagination';

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
    void query.where((either) =>
      either
        .where('created_at', beyond, cursor.createdAt)
        .orWhere((same) =>
          same.where('created_at', cursor.createdAt).where('id', beyond, cursor.id)
        )
    );
  }
  void query
    .orderBy([
      { column: 'created_at', order },
      { column: 'id', order },
    ])
    .limit(limit + 1);
}
