import { defined } from '../../../../shared/defined';
import type { Knex } from 'knex';
import { COMMENT_STATUSES, type CommentStatus } from '../../../../shared/contracts/comments';
import { recordOf } from '../../../../shared/record-of';
import { rowBase, type Trx } from '../../platform/database/connection';
import { statement } from '../../platform/database/prepared-statement';
import { TABLE, type DocumentId } from '../../platform/strapi/uids';
import { RATING_COLUMNS } from '../../platform/database/rating-columns';
import type { Prior, RatingCounters, VoteDeltas } from './rules';

/** What an article's comment counters move by. */
export interface CommentDeltas {
  byStatus?: Partial<Record<CommentStatus, number>>;
  visible?: number;
}

const STARS = [1, 2, 3, 4, 5] as const;

/** The counter of the comments of a status. */
export const STATUS_COLUMN: Record<CommentStatus, string> = {
  pending: 'comments_pending',
  approved: 'comments_approved',
  rejected: 'comments_rejected',
  spam: 'comments_spam',
  trash: 'comments_trash',
};

/** A row of counters as the database gives it. */
export type StatsRow = Record<(typeof RATING_COLUMNS)[number], number>;

/** The counters of a row, or zeros when there is none. */
export function toCounters(row: Partial<StatsRow> | undefined): RatingCounters {
  return {
    sum: row?.rating_sum ?? 0,
    count: row?.rating_count ?? 0,
    histogram: [
      row?.rating_1 ?? 0,
      row?.rating_2 ?? 0,
      row?.rating_3 ?? 0,
      row?.rating_4 ?? 0,
      row?.rating_5 ?? 0,
    ],
  };
}

/** @param score what a post without votes ranks by */
export async function insertStats(trx: Trx, articleId: DocumentId, score: number): Promise<void> {
  await trx(TABLE.stats)
    .insert({
      ...rowBase(new Date()),
      article_id: articleId,
      ...Object.fromEntries(RATING_COLUMNS.map((column) => [column, 0])),
      ...Object.fromEntries(Object.values(STATUS_COLUMN).map((column) => [column, 0])),
      rating_average: 0,
      rating_score: score,
      comments_visible: 0,
      revision: 0,
    })
    .onConflict('article_id')
    // Not ignored, so that MySQL locks a row that is there for writing, as it does a new one.
    .merge(['article_id']);
}

/** Locks the article's row; false when it has none. SQLite's one writer needs no lock. */
export const lockStats = async (trx: Trx, articleId: DocumentId): Promise<boolean> =>
  (await trx(TABLE.stats).where({ article_id: articleId }).forUpdate().first('id')) !== undefined;

const lockedCounters = statement<
  StatsRow & { article_id: DocumentId },
  { articleIds: DocumentId[] }
>((knex, { articleIds }) =>
  knex(TABLE.stats)
    .whereIn('article_id', articleIds)
    .orderBy('article_id')
    .forUpdate()
    .select('article_id', ...RATING_COLUMNS)
);

/** Locks the rows of some articles, in one order, and reads the votes of those that have one. */
export async function lockCounters(
  trx: Trx,
  articleIds: DocumentId[]
): Promise<Map<DocumentId, RatingCounters>> {
  const rows = await lockedCounters(trx, { articleIds });
  return new Map(rows.map((row) => [row.article_id, toCounters(row)]));
}

export const selectRating = (knex: Knex, articleId: DocumentId): Promise<StatsRow | undefined> =>
  knex(TABLE.stats)
    .where({ article_id: articleId })
    .first(...RATING_COLUMNS);

export const selectRatings = (
  knex: Knex,
  articleIds: DocumentId[]
): Promise<(StatsRow & { article_id: DocumentId })[]> =>
  knex(TABLE.stats)
    .whereIn('article_id', articleIds)
    .select('article_id', ...RATING_COLUMNS);

type CommentsRow = Record<string, unknown> & { article_id: DocumentId };

/** How many comments some articles have in each status. */
export const selectComments = (knex: Knex, articleIds: DocumentId[]): Promise<CommentsRow[]> =>
  knex(TABLE.stats)
    .whereIn('article_id', articleIds)
    .select('article_id', ...Object.values(STATUS_COLUMN));

/** How many comments each of some articles shows. */
export const selectVisible = statement<
  { article_id: DocumentId; comments_visible: number },
  { articleIds: DocumentId[] }
>((knex, { articleIds }) =>
  knex(TABLE.stats).whereIn('article_id', articleIds).select('article_id', 'comments_visible')
);

export const toCommentCounts = (row: CommentsRow): Record<CommentStatus, number> =>
  recordOf(COMMENT_STATUSES, (status) => Number(row[STATUS_COLUMN[status]] ?? 0));

/** Averages stand first: MySQL assigns from left to right and would see sums already moved. */
const moveVotes = statement<
  never,
  {
    articleIds: DocumentId[];
    sums: number[];
    counts: number[];
    priorSum: number;
    priorVotes: number;
  } & Record<`votes${1 | 2 | 3 | 4 | 5}`, number[]>
>(
  (knex, { articleIds, sums, counts, priorSum, priorVotes, ...votes }) => {
    const sql = `case article_id ${articleIds.map(() => 'when ? then ?').join(' ')} else 0 end`;
    const by = (amounts: number[]) => articleIds.flatMap((id, n) => [id, defined(amounts[n])]);
    return knex(TABLE.stats)
      .whereIn('article_id', articleIds)
      .update({
        rating_average: knex.raw(
          `coalesce(1.0 * (rating_sum + ${sql}) / nullif(rating_count + ${sql}, 0), 0)`,
          [...by(sums), ...by(counts)]
        ),
        rating_score: knex.raw(
          `coalesce((1.0 * ? + rating_sum + ${sql}) / nullif(1.0 * ? + rating_count + ${sql}, 0), 0)`,
          [priorSum, ...by(sums), priorVotes, ...by(counts)]
        ),
        rating_sum: knex.raw(`rating_sum + ${sql}`, by(sums)),
        rating_count: knex.raw(`rating_count + ${sql}`, by(counts)),
        ...Object.fromEntries(
          STARS.map((value) => [
            `rating_${value}`,
            knex.raw(`?? + ${sql}`, [`rating_${value}`, ...by(votes[`votes${value}`])]),
          ])
        ),
        revision: knex.raw('revision + 1'),
      });
  },
  { exactLists: true }
);

/** Moves the votes of some articles, each by its own amounts, and what follows from them. */
export async function updateVotes(
  trx: Trx,
  deltas: ReadonlyMap<DocumentId, VoteDeltas>,
  { priorMean, priorVotes }: Prior
): Promise<void> {
  const moved = [...deltas.values()];
  const votesOf = (at: 0 | 1 | 2 | 3 | 4) => moved.map(({ histogram }) => histogram[at]);
  await moveVotes(trx, {
    articleIds: [...deltas.keys()],
    sums: moved.map(({ sum }) => sum),
    counts: moved.map(({ count }) => count),
    priorSum: priorMean * priorVotes,
    priorVotes,
    votes1: votesOf(0),
    votes2: votesOf(1),
    votes3: votesOf(2),
    votes4: votesOf(3),
    votes5: votesOf(4),
  });
}

/** What the counters of one article's comments move by, column by column. */
const columnsOf = ({ byStatus = {}, visible = 0 }: CommentDeltas): [string, number][] => {
  const columns = COMMENT_STATUSES.map((status): [string, number] => [
    STATUS_COLUMN[status],
    byStatus[status] ?? 0,
  ]);
  return [...columns, ['comments_visible', visible] satisfies [string, number]].filter(
    ([, delta]) => delta !== 0
  );
};

/** The variant names the columns, each of which has its amounts in the order of the articles. */
const moveCounters = statement<
  never,
  { articleIds: DocumentId[]; [column: string]: (string | number)[] },
  string
>(
  (knex, { articleIds, ...amounts }) =>
    knex(TABLE.stats)
      .whereIn('article_id', articleIds)
      .update({
        ...Object.fromEntries(
          Object.entries(amounts).map(([column, by]) => [
            column,
            knex.raw(
              `?? + case article_id ${articleIds.map(() => 'when ? then ?').join(' ')} else 0 end`,
              [column, ...articleIds.flatMap((id, at) => [id, defined(by[at])])]
            ),
          ])
        ),
        revision: knex.raw('revision + 1'),
      }),
  { exactLists: true }
);

/** Moves the comment counters of some articles, each by its own amounts, in one statement. */
export async function updateComments(
  trx: Trx,
  deltas: ReadonlyMap<DocumentId, CommentDeltas>
): Promise<void> {
  const moved = [...deltas]
    .map(([articleId, delta]) => ({ articleId, by: new Map(columnsOf(delta)) }))
    .filter(({ by }) => by.size > 0);
  const columns = [...new Set(moved.flatMap(({ by }) => [...by.keys()]))].sort();
  await moveCounters(
    trx,
    {
      articleIds: moved.map(({ articleId }) => articleId),
      ...Object.fromEntries(
        columns.map((column) => [column, moved.map(({ by }) => by.get(column) ?? 0)])
      ),
    },
    columns.join()
  );
}

/** What the last ingest of an article left in its row; null where none did. */
export async function selectIngestedMark(trx: Trx, articleId: DocumentId): Promise<string | null> {
  const row: { ingested_hash: string | null } | undefined = await trx(TABLE.stats)
    .where({ article_id: articleId })
    .first('ingested_hash');
  return row?.ingested_hash ?? null;
}

export const updateIngestedMark = (
  trx: Trx,
  articleId: DocumentId,
  mark: string
): Promise<number> =>
  trx(TABLE.stats).where({ article_id: articleId }).update({ ingested_hash: mark });

export const deleteStats = (trx: Trx, articleId: DocumentId): Promise<number> =>
  trx(TABLE.stats).where({ article_id: articleId }).delete();
