import type { Knex } from 'knex';
import type { DocumentStatus, PreviewStatus } from '../../../../shared/contracts/previews';
import { toDate } from '../../platform/database/connection';
import { statement } from '../../platform/database/prepared-statement';
import type { ArticleTable } from '../../platform/database/tables';
import { TABLE, UID, type DocumentId } from '../../platform/strapi/uids';
import { RATING_COLUMNS } from '../../platform/database/rating-columns';

const TOPIC_LINKS = 'analysis_articles_topics_lnk';

/** Columns that the public may see of an article, one by one. */
export const ARTICLE_COLUMNS = [
  'document_id',
  'title',
  'slug',
  'language',
  'body',
  'original_link',
  'source_name',
  'source_published_at',
  'cover_alt',
  'generator_provider',
  'generator_model',
  'prompt_version',
  'generated_at',
  'reviewer',
  'reviewed_at',
  'disclosure',
  'content_hash',
  'first_published_at',
  'discussion_closed',
  'published_at',
  'updated_at',
] as const;

const STATS_COLUMNS = [...RATING_COLUMNS, 'comments_visible'] as const;

/** A published article with its counters and cover, as the database gives it. */
export type PostRow = Pick<ArticleTable, 'id' | (typeof ARTICLE_COLUMNS)[number]> &
  Partial<Record<(typeof STATS_COLUMNS)[number], number>> & {
    cover_url: string | null;
    cover_alternative: string | null;
    cover_width: number | null;
    cover_height: number | null;
    cover_mime: string | null;
    cover_provider: string | null;
    cover_hash: string | null;
    cover_ext: string | null;
  };

/** Articles' rows, of whatever edition, with what a page or a card shows of them. */
const editions = (knex: Knex): Knex.QueryBuilder =>
  knex({ a: TABLE.article })
    .leftJoin({ s: TABLE.stats }, 's.article_id', 'a.document_id')
    .leftJoin({ m: 'files_related_mph' }, (on) =>
      on
        .on('m.related_id', 'a.id')
        .andOnVal('m.related_type', UID.article)
        .andOnVal('m.field', 'cover')
    )
    .leftJoin({ f: 'files' }, 'f.id', 'm.file_id')
    .select('a.id')
    .select(STATS_COLUMNS.map((column) => `s.${column}`))
    .select({
      cover_url: 'f.url',
      cover_alternative: 'f.alternative_text',
      cover_width: 'f.width',
      cover_height: 'f.height',
      cover_mime: 'f.mime',
      cover_provider: 'f.provider',
      cover_hash: 'f.hash',
      cover_ext: 'f.ext',
    });

/** Published ones only. */
export const posts = (knex: Knex): Knex.QueryBuilder =>
  editions(knex).whereNotNull('a.published_at');

/** Adds columns of the article to a query. */
export const select = (query: Knex.QueryBuilder, columns: readonly string[]): Knex.QueryBuilder =>
  query.select(columns.map((column) => `a.${column}`));

/** A post with whether there is more of it to read: most have no corrections, many no topics. */
export type WholeRow = PostRow & Record<'has_topics' | 'has_corrections', number | boolean>;

const postBySlug = statement<WholeRow, { slug: string }>((knex, { slug }) =>
  select(posts(knex), ARTICLE_COLUMNS)
    .select(
      knex.raw('exists (select 1 from ?? where ?? = ??) as has_topics', [
        TOPIC_LINKS,
        `${TOPIC_LINKS}.article_id`,
        'a.id',
      ]),
      knex.raw('exists (select 1 from ?? where ?? = ?? and state = ?) as has_corrections', [
        TABLE.claim,
        `${TABLE.claim}.article_id`,
        'a.document_id',
        'upheld',
      ])
    )
    .where('a.slug', slug)
    .limit(1)
);

export const selectPost = async (knex: Knex, slug: string): Promise<WholeRow | undefined> =>
  (await postBySlug(knex, { slug }))[0];

/** One edition of an article, public or not. */
export const selectEdition = (
  knex: Knex,
  articleId: DocumentId,
  status: PreviewStatus
): Promise<PostRow | undefined> =>
  select(editions(knex), ARTICLE_COLUMNS)
    .where('a.document_id', articleId)
    .modify((query) => {
      if (status === 'draft') void query.whereNull('a.published_at');
      else void query.whereNotNull('a.published_at');
    })
    .first();

/** Whether an article is public, and with its latest changes; tells it as the content manager does. */
export async function selectDocumentStatus(
  knex: Knex,
  articleId: DocumentId
): Promise<DocumentStatus> {
  const rows: Pick<ArticleTable, 'published_at' | 'updated_at'>[] = await knex(TABLE.article)
    .where({ document_id: articleId })
    .select('published_at', 'updated_at');
  const editedAt = (published: boolean): number | undefined =>
    toDate(rows.find((row) => (row.published_at !== null) === published)?.updated_at)?.getTime();
  const [draft, live] = [editedAt(false), editedAt(true)];
  if (live === undefined) return 'draft';
  return draft !== undefined && draft > live ? 'modified' : 'published';
}

/** The public slug of an article, or null while it is not published. */
export async function selectSlug(knex: Knex, articleId: DocumentId): Promise<string | null> {
  const row: Pick<ArticleTable, 'slug'> | undefined = await knex(TABLE.article)
    .where({ document_id: articleId })
    .whereNotNull('published_at')
    .first('slug');
  return row?.slug ?? null;
}

export interface SummaryRow {
  articleId: DocumentId;
  documentId: DocumentId;
  language: string;
  text: string;
}

const summariesOf = statement<
  { article_id: DocumentId; document_id: DocumentId; language: string | null; text: string | null },
  { articleIds: DocumentId[] },
  PreviewStatus
>((knex, { articleIds }, status) =>
  knex(TABLE.summary)
    .whereIn('article_id', articleIds)
    .where({ edition: status })
    .orderBy([{ column: 'article_id' }, { column: 'language' }])
    .select('article_id', 'document_id', 'language', 'text')
);

/** Summaries of some articles, by article and language: the public ones, or those in work. */
export async function selectSummaries(
  knex: Knex,
  articleIds: DocumentId[],
  status: PreviewStatus = 'published'
): Promise<SummaryRow[]> {
  const rows = await summariesOf(knex, { articleIds }, status);
  return rows.map((row) => ({
    articleId: row.article_id,
    documentId: row.document_id,
    language: row.language ?? 'und',
    text: row.text ?? '',
  }));
}

export interface TopicRow {
  document_id: DocumentId;
  name: string;
  slug: string;
  kind: 'aspect' | 'subject' | null;
}

const topicsOf = statement<TopicRow, { rowId: number }>((knex, { rowId }) =>
  knex({ l: TOPIC_LINKS })
    .join({ t: TABLE.topic }, 't.id', 'l.topic_id')
    .where('l.article_id', rowId)
    .orderBy([{ column: 'l.topic_ord' }, { column: 't.id' }])
    .select('t.document_id', 't.name', 't.slug', 't.kind')
);

/** Topics of one row of an article, in the editor's order. */
export const selectTopics = (knex: Knex, rowId: number): Promise<TopicRow[]> =>
  topicsOf(knex, { rowId });
