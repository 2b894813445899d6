import type { Knex } from 'knex';
import { TABLE, type DocumentId } from '../../platform/strapi/uids';

const text = (value: unknown): string | null => (value as string | null) ?? null;

/** What readers see of an article; of one that is not published, what its draft holds. */
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

/** The texts of some articles, in two queries. */
export async function selectTexts(
  knex: Knex,
  articleIds: DocumentId[]
): Promise<Map<DocumentId, ArticleText>> {
  const ids = [...new Set(articleIds)];
  const rows: Record<string, unknown>[] = await knex({ a: TABLE.article })
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
      row.document_id as string,
      {
        documentId: row.document_id as string,
        title: text(row.title) ?? '',
        slug: text(row.slug),
        language: text(row.language) ?? 'und',
        published: row.published_at !== null,
        contentHash: text(row.content_hash) ?? '',
        body: text(row.body) ?? '',
        originalLink: text(row.original_link),
        summaries: summariesOf(row.document_id, row.published_at === null ? 'draft' : 'published'),
      },
    ])
  );
}
