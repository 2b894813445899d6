import type { Trx } from '../../platform/database/connection';
import type { CommentTable } from '../../platform/database/tables';
import { TABLE, type DocumentId } from '../../platform/strapi/uids';
import type { ThreadRow } from './rules';

/** Rows that one statement names by id. */
const CHUNK = 500;

/** A comment of a thread with what is stored of who may see it. */
export interface StoredThreadRow extends ThreadRow {
  articleId: DocumentId;
  rootId: DocumentId;
  visible: boolean;
  replyCount: number;
}

type RawThreadRow = Pick<
  CommentTable,
  | 'document_id'
  | 'article_id'
  | 'parent_id'
  | 'root_id'
  | 'state'
  | 'visible'
  | 'reply_count'
  | 'deleted_at'
>;

/** Whole threads, locked. */
export async function selectThreads(trx: Trx, rootIds: DocumentId[]): Promise<StoredThreadRow[]> {
  const rows: RawThreadRow[] = await trx(TABLE.comment)
    .whereIn('root_id', rootIds)
    .orderBy('id')
    .forUpdate()
    .select(
      ...['document_id', 'article_id', 'parent_id', 'root_id', 'state', 'visible'],
      ...['reply_count', 'deleted_at']
    );
  return rows.map((raw) => ({
    documentId: raw.document_id,
    articleId: raw.article_id,
    parentId: raw.parent_id,
    rootId: raw.root_id,
    status: raw.state,
    visible: Boolean(raw.visible),
    replyCount: Number(raw.reply_count ?? 0),
    deleted: raw.deleted_at !== null,
  }));
}

export async function updateVisible(
  trx: Trx,
  documentIds: DocumentId[],
  visible: boolean
): Promise<void> {
  for (let from = 0; from < documentIds.length; from += CHUNK) {
    await trx(TABLE.comment)
      .whereIn('document_id', documentIds.slice(from, from + CHUNK))
      .update({ visible });
  }
}

/** Counts one more visible reply in a thread. */
export const addReply = (trx: Trx, rootId: DocumentId): Promise<number> =>
  trx(TABLE.comment)
    .where({ document_id: rootId })
    .update({ reply_count: trx.raw('coalesce(reply_count, 0) + 1') });

/** Writes how many visible replies some threads have, each its own number. */
export async function updateReplyCounts(
  trx: Trx,
  counts: ReadonlyMap<DocumentId, number>
): Promise<void> {
  const all = [...counts];
  for (let from = 0; from < all.length; from += CHUNK) {
    const some = all.slice(from, from + CHUNK);
    const cases = some.map(() => 'when ? then ?').join(' ');
    await trx(TABLE.comment)
      .whereIn(
        'document_id',
        some.map(([rootId]) => rootId)
      )
      .update({
        // The column as the last resort gives PostgreSQL the type of the others.
        reply_count: trx.raw(`case document_id ${cases} else reply_count end`, some.flat()),
      });
  }
}

/**
 * The threads of an article whose stored number of replies is not that of the rows, and what it
 * is: one pass over the article, since a join with itself is quadratic where a planner has no
 * figures yet.
 */
export async function selectMiscounted(
  trx: Trx,
  articleId: DocumentId
): Promise<Map<DocumentId, number>> {
  const replies = 'sum(case when depth > 0 and visible and deleted_at is null then 1 else 0 end)';
  const stored = 'max(case when depth = 0 then coalesce(reply_count, -1) end)';
  const rows: { root_id: DocumentId; n: number | string }[] = await trx(TABLE.comment)
    .where({ article_id: articleId })
    .groupBy('root_id')
    .havingRaw(`${replies} <> ${stored}`)
    .select('root_id', { n: trx.raw(replies) });
  return new Map(rows.map((row) => [row.root_id, Number(row.n)]));
}
