import type { Knex } from 'knex';
import { toDate } from '../../platform/database/connection';
import { statement } from '../../platform/database/prepared-statement';
import type { CommentTable } from '../../platform/database/tables';
import { TABLE, type DocumentId } from '../../platform/strapi/uids';
import type { CommentSnapshot } from './deps';

type SnapshotRow = Pick<
  CommentTable,
  | 'document_id'
  | 'parent_id'
  | 'state'
  | 'visible'
  | 'content'
  | 'author_name'
  | 'author_key'
  | 'moderator'
  | 'language'
  | 'created_at'
  | 'report_count'
  | 'article_id'
> &
  Record<'article_title' | 'article_slug' | 'article_language', string | null>;

const snapshots = statement<SnapshotRow, { documentIds: DocumentId[] }>((knex, { documentIds }) =>
  knex
    .from({ c: TABLE.comment })
    .join({ a: TABLE.article }, (on) =>
      on.on('a.document_id', 'c.article_id').andOnNotNull('a.published_at')
    )
    .whereIn('c.document_id', documentIds)
    .whereNull('c.deleted_at')
    .orderBy('c.id')
    .select(
      'c.document_id',
      'c.parent_id',
      'c.state',
      'c.visible',
      'c.content',
      'c.author_name',
      'c.author_key',
      'c.moderator',
      'c.language',
      'c.created_at',
      'c.report_count',
      'c.article_id',
      { article_title: 'a.title', article_slug: 'a.slug', article_language: 'a.language' }
    )
);

/**
 * Comments with what is said of them outside, in one query; those of drafts, and what their authors
 * have erased, are left out.
 */
export async function selectSnapshots(
  knex: Knex,
  documentIds: DocumentId[]
): Promise<CommentSnapshot[]> {
  const rows = await snapshots(knex, { documentIds });
  return rows.map((row) => ({
    documentId: row.document_id,
    parentId: row.parent_id,
    status: row.state,
    visible: Boolean(row.visible),
    content: row.content ?? '',
    authorName: row.author_name ?? '',
    authorKey: row.author_key,
    moderator: Boolean(row.moderator),
    language: row.language,
    createdAt: toDate(row.created_at) ?? new Date(0),
    reports: Number(row.report_count ?? 0),
    article: {
      documentId: row.article_id,
      title: row.article_title ?? '',
      slug: row.article_slug ?? '',
      language: row.article_language ?? '',
    },
  }));
}
