import type { Knex } from 'knex';
import type { CommentStatus } from '../../../../shared/contracts/comments';
import type { Trx } from '../../platform/database/connection';
import { RATING_COLUMNS } from '../../platform/database/rating-columns';
import { TABLE, type DocumentId } from '../../platform/strapi/uids';
import type { RatingCounters } from './rules';
import { STATUS_COLUMN, toCounters } from './store';

export const selectArticleIds = async (
  knex: Knex,
  after: number,
  limit: number
): Promise<{ id: number; article_id: string }[]> =>
  knex(TABLE.stats).where('id', '>', after).orderBy('id').limit(limit).select('id', 'article_id');

/** What a recount found of one article: its votes by value, and its comments by status. */
export interface Tally {
  votes: readonly { value: number; count: number }[];
  comments: readonly { status: CommentStatus; visible: boolean; count: number }[];
}

/**
 * Writes what was counted of one article's rows, where its counters differ.
 * @param derive the columns that follow from the votes
 * @returns whether anything was wrong; false where the article has no row
 */
export async function writeCounts(
  trx: Trx,
  articleId: DocumentId,
  { votes, comments }: Tally,
  derive: (counters: RatingCounters) => { rating_average: number; rating_score: number }
): Promise<boolean> {
  const [row]: Record<string, unknown>[] = await trx(TABLE.stats)
    .where({ article_id: articleId })
    .forUpdate()
    .select();
  if (!row) return false;
  const counted: Record<string, number> = Object.fromEntries(
    [...RATING_COLUMNS, ...Object.values(STATUS_COLUMN), 'comments_visible'].map((column) => [
      column,
      0,
    ])
  );
  const add = (column: string, count: number) => {
    counted[column] = (counted[column] ?? 0) + count;
  };
  for (const { value, count } of votes) {
    add('rating_sum', value * count);
    add('rating_count', count);
    add(`rating_${value}`, count);
  }
  for (const { status, visible, count } of comments) {
    add(STATUS_COLUMN[status], count);
    if (visible) add('comments_visible', count);
  }
  const derived = derive(toCounters(counted));
  const wrong =
    Object.entries(counted).some(([column, count]) => Number(row[column] ?? 0) !== count) ||
    Object.entries(derived).some(
      ([column, value]) => Math.abs(Number(row[column] ?? 0) - value) > 1e-3
    );
  if (wrong) {
    await trx(TABLE.stats)
      .where({ article_id: articleId })
      .update({ ...counted, ...derived, revision: trx.raw('revision + 1') });
  }
  return wrong;
}
