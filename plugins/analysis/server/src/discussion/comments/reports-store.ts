import { rowBase, type Trx } from '../../platform/database/connection';
import { TABLE, type DocumentId } from '../../platform/strapi/uids';
import type { OpenReport } from './rules';

export interface NewReport {
  commentId: DocumentId;
  articleId: DocumentId;
  reporterKey: string;
  network: string;
  byAccount: boolean;
  reason: string;
  note: string | null;
}

/** Closes the open reports of some comments. */
export async function closeReports(
  trx: Trx,
  commentIds: DocumentId[],
  verdict: 'dismissed' | 'upheld'
): Promise<number> {
  if (verdict === 'dismissed') await clearReported(trx, commentIds);
  const reported: { document_id: DocumentId }[] = await trx(TABLE.comment)
    .whereIn('document_id', commentIds)
    .where('report_count', '>', 0)
    .select('document_id');
  const ids = reported.map((row) => row.document_id);
  if (ids.length === 0) return 0;
  const closed = await trx(TABLE.report)
    .whereIn('comment_id', ids)
    .where((either) => either.whereNull('verdict').orWhere('verdict', 'open'))
    .update({ verdict, updated_at: new Date() });
  await trx(TABLE.comment).whereIn('document_id', ids).update({ report_count: 0 });
  return closed;
}

/** By what the open reports of a comment count: each combination once. */
export async function selectOpenReports(trx: Trx, commentId: DocumentId): Promise<OpenReport[]> {
  const rows: { network: string | null; by_account: unknown }[] = await trx(TABLE.report)
    .where({ comment_id: commentId })
    .where((either) => either.whereNull('verdict').orWhere('verdict', 'open'))
    .distinct('network', 'by_account');
  return rows.map(({ network, by_account: byAccount }) => ({
    network,
    byAccount: Boolean(byAccount),
  }));
}

/**
 * Notes of those of some comments that were ever reported that a moderator has let their present
 * text stand. Nobody has looked for reports at one that has none: its approval says nothing of them.
 */
export const clearReported = (trx: Trx, commentIds: DocumentId[]): Promise<number> =>
  trx(TABLE.comment)
    .whereIn('document_id', commentIds)
    .whereIn(
      'document_id',
      trx(TABLE.report).whereIn('comment_id', commentIds).select('comment_id')
    )
    .update({ cleared_hash: trx.ref('content_hash') });

export const hasReported = async (
  trx: Trx,
  commentId: DocumentId,
  reporterKeys: string[]
): Promise<boolean> =>
  (await trx(TABLE.report)
    .where({ comment_id: commentId })
    .whereIn('reporter_key', reporterKeys)
    .first('id')) !== undefined;

export async function insertReport(trx: Trx, report: NewReport): Promise<void> {
  await trx(TABLE.report).insert({
    ...rowBase(new Date()),
    comment_id: report.commentId,
    article_id: report.articleId,
    reporter_key: report.reporterKey,
    network: report.network,
    by_account: report.byAccount,
    reason: report.reason,
    note: report.note,
    verdict: 'open',
  });
  await trx(TABLE.comment)
    .where({ document_id: report.commentId })
    .update({ report_count: trx.raw('coalesce(report_count, 0) + 1') });
}
