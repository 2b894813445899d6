import type { Knex } from 'knex';
import type { ArticleTable } from '../../platform/database/tables';
import { TABLE, type DocumentId } from '../../platform/strapi/uids';

/** The published text of an article, or its draft's where it is not published. */
export interface ArticleText {
  documentId: DocumentId;
  title: string;
  slug: string | null;
  language: string;
  published: boolean;
  contentHash: string;
  /** Markdown. */
  body: string;
  originalLink: string | null;
  summaries: string[];
}

type TextRow = Pick<
  ArticleTable,
  | 'document_id'
  | 'title'
  | 'slug'
  | 'language'
  | 'published_at'
  | 'content_hash'
  | 'body'
  | 'original_link'
>;

/** The texts of some articles, in two queries. */
export async function selectTexts(
  knex: Knex,
  articleIds: DocumentId[]
): Promise<Map<DocumentId, ArticleText>> {
  const ids = [...new Set(articleIds)];
  const rows: TextRow[] = await knex({ a: TABLE.article })
    .whereIn('a.document_id', ids)
    .where((either) =>
      either
        .whereNotNull('a.published_at')
        .orWhereNotExists(
          knex({ p: TABLE.article })
            .whereRaw('?? = ??', ['p.document_id', 'a.document_id'])
            .whereNotNull('p.published_at')
            .select('p.id')
        )
    )
    .select(
      ...['a.document_id', 'a.title', 'a.slug', 'a.language', 'a.published_at'],
      ...['a.content_hash', 'a.body', 'a.original_link']
    );
  const summaries: { article_id: DocumentId; edition: string; text: string | null }[] = await knex(
    TABLE.summary
  )
    .whereIn('article_id', ids)
    .select('article_id', 'edition', 'text');
  const summariesOf = (articleId: unknown, edition: string): string[] =>
    summaries.flatMap((each) =>
      each.article_id === articleId && each.edition === edition ? [each.text ?? ''] : []
    );
  return new Map(
    rows.map((row) => [
      row.document_id,
      {
        documentId: row.document_id,
        title: row.title ?? '',
        slug: row.slug,
        language: row.language ?? 'und',
        published: row.published_at !== null,
        contentHash: row.content_hash ?? '',
        body: row.body ?? '',
        originalLink: row.original_link,
        summaries: summariesOf(row.document_id, row.published_at === null ? 'draft' : 'published'),
      },
    ])
  );
}
