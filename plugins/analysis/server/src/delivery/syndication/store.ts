import type { Knex } from 'knex';
import { LIMITS } from '../../../../shared/limits';
import { countRows } from '../../platform/database/keyset-query';
import { TABLE, type DocumentId } from '../../platform/strapi/uids';
import type { LanguageFilter } from '../../platform/text/language-filter';

const TOPICS = 'analysis_articles_topics_lnk';

export interface FeedRow {
  id: number;
  document_id: DocumentId;
  title: string | null;
  slug: string;
  language: string | null;
  body: string | null;
  original_link: string | null;
  first_published_at: unknown;
  published_at: unknown;
  updated_at: unknown;
}

const published = (knex: Knex): Knex.QueryBuilder =>
  knex({ a: TABLE.article }).whereNotNull('a.published_at');

/**
 * The newest published posts with their text.
 * @param options.language of the posts: see `languageFilter`
 * @param options.topicId row of a topic
 */
export const selectNewest = (
  knex: Knex,
  options: { language: LanguageFilter | null; topicId: number | null; limit: number }
): Promise<FeedRow[]> =>
  published(knex)
    .modify((query) => {
      const { language, topicId } = options;
      if (language !== null) {
        void query.where((either) => {
          void either.whereIn('a.language', language.tags);
          for (const tag of language.under) void either.orWhere('a.language', 'like', `${tag}-%`);
        });
      }
      if (topicId !== null) {
        void query.whereIn('a.id', knex(TOPICS).where({ topic_id: topicId }).select('article_id'));
      }
    })
    .orderBy([
      { column: 'a.first_published_at', order: 'desc' },
      { column: 'a.document_id', order: 'asc' },
    ])
    .limit(options.limit)
    .select(
      ...['a.id', 'a.document_id', 'a.title', 'a.slug', 'a.language', 'a.body'],
      ...['a.original_link', 'a.first_published_at', 'a.published_at', 'a.updated_at']
    );

export const selectTopic = (
  knex: Knex,
  slug: string
): Promise<{ id: number; name: string } | undefined> =>
  knex(TABLE.topic).where({ slug }).first('id', 'name');

/** Topics of many rows of articles, in one query. */
export const selectTopicsOf = (
  knex: Knex,
  rowIds: number[]
): Promise<{ article_id: number; name: string; slug: string }[]> =>
  knex({ l: TOPICS })
    .join({ t: TABLE.topic }, 't.id', 'l.topic_id')
    .whereIn('l.article_id', rowIds)
    .orderBy([{ column: 'l.topic_ord' }, { column: 't.id' }])
    .select('l.article_id', 't.name', 't.slug');

export interface CommentRow {
  document_id: DocumentId;
  author_name: string | null;
  content: string | null;
  created_at: unknown;
  edited_at: unknown;
}

/**
 * The newest public comments of an article, at whatever level, without those taken back: the
 * newest of each level, which the index on roots gives, and of these the newest.
 */
export function selectComments(
  knex: Knex,
  articleId: DocumentId,
  limit: number
): Promise<CommentRow[]> {
  const newest = (query: Knex.QueryBuilder): Knex.QueryBuilder =>
    query
      .orderBy([
        { column: 'created_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(limit);
  const levels = Array.from({ length: LIMITS.commentLevels }, (_, depth) =>
    knex
      .select('*')
      .from(
        newest(
          knex(TABLE.comment)
            .where({ article_id: articleId, visible: true, depth })
            .whereNull('deleted_at')
            .select('id', 'document_id', 'author_name', 'content', 'created_at', 'edited_at')
        ).as(`level${depth}`)
      )
  );
  return newest(knex.select('*').from(knex.unionAll(levels).as('levels')));
}

export interface PlaceRow {
  document_id: DocumentId;
  slug: string;
  title: string | null;
  language: string | null;
  first_published_at: unknown;
  published_at: unknown;
  updated_at: unknown;
}

/** A page of all published posts, oldest first: a new one moves none that is listed already. */
export const selectPlaces = (
  knex: Knex,
  page: { limit: number; offset: number }
): Promise<PlaceRow[]> =>
  published(knex)
    .orderBy([{ column: 'a.first_published_at' }, { column: 'a.document_id' }])
    .limit(page.limit)
    .offset(page.offset)
    .select(
      ...['a.document_id', 'a.slug', 'a.language'],
      ...['a.first_published_at', 'a.published_at', 'a.updated_at']
    );

/** Posts that were first published after a moment, newest first. */
export const selectNews = (knex: Knex, since: Date, limit: number): Promise<PlaceRow[]> =>
  published(knex)
    .where('a.first_published_at', '>=', since)
    .orderBy('a.first_published_at', 'desc')
    .limit(limit)
    .select(
      ...['a.document_id', 'a.slug', 'a.title', 'a.language'],
      ...['a.first_published_at', 'a.published_at', 'a.updated_at']
    );

/** Languages of the public summaries of some articles. */
export async function selectLanguages(
  knex: Knex,
  articleIds: DocumentId[]
): Promise<Map<DocumentId, string[]>> {
  const rows: { article_id: DocumentId; language: string }[] = await knex(TABLE.summary)
    .whereIn('article_id', articleIds)
    .where({ edition: 'published' })
    .orderBy('language')
    .select('article_id', 'language');
  const found = new Map<DocumentId, string[]>();
  for (const { article_id: id, language } of rows) {
    found.set(id, [...(found.get(id) ?? []), language]);
  }
  return found;
}

/** How many published posts there are. */
export async function countPlaces(knex: Knex): Promise<number> {
  return countRows(published(knex));
}
