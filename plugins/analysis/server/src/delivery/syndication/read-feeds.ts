import { LIMITS } from '../../../../shared/limits';
import { onConnection, toDate } from '../../platform/database/connection';
import { notFound } from '../../platform/errors';
import { apiUrl, homeUrl, postUrl } from '../../platform/http/urls';
import { publicationDates } from '../../platform/strapi/publication-dates';
import type { DocumentId } from '../../platform/strapi/uids';
import { bestByLanguage } from '../../platform/text/language';
import { languageFilter } from '../../platform/text/language-filter';
import { queuedHtml } from '../../platform/text/markdown/cached-html';
import { commentHtml } from '../../platform/text/plain-text-html';
import { configOf } from '../../config';
import type { SyndicationDeps } from './deps';
import type { FeedEntry } from './feed-xml';
import { feedWord, stableId, type Format } from './rules';
import {
  selectComments,
  selectNewest,
  selectTopic,
  selectTopicsOf,
  type CommentRow,
  type FeedRow,
} from './store';

// The packages that write feeds are large: the first who asks for one loads them.
const loadWriter = () => import('./feed-xml');

const NEVER = new Date(0);
const dateOf = (value: unknown): Date => toDate(value) ?? NEVER;

/**
 * Writes the newest published posts as a feed.
 * @param of.lang a language range for the articles (RFC 4647 basic filtering); null for all
 * @param of.topic slug of a topic; null for all
 * @throws NotFoundError when there is no such topic
 */
export const readPostFeed =
  (deps: SyndicationDeps) =>
  async (
    format: Format,
    { lang, topic: slug }: { lang: string | null; topic: string | null }
  ): Promise<string> => {
    const { strapi } = deps;
    const topic = slug === null ? null : await onConnection(strapi, (k) => selectTopic(k, slug));
    if (topic === undefined) throw notFound('Topic');
    const rows = await onConnection(strapi, (knex) =>
      selectNewest(knex, {
        language: lang === null ? null : languageFilter(lang),
        topicId: topic?.id ?? null,
        limit: LIMITS.feed,
      })
    );
    const { publisher } = configOf(strapi);
    const { writeFeed } = await loadWriter();
    const query = new URLSearchParams({
      ...(lang === null ? {} : { lang }),
      ...(slug === null ? {} : { topic: slug }),
    }).toString();
    return writeFeed(format, {
      title: feedWord(lang, topic ? 'topic' : 'posts', { publisher, topic: topic?.name ?? '' }),
      description: feedWord(lang, 'description'),
      language: lang,
      publisher,
      home: homeUrl(strapi),
      self: apiUrl(strapi, `/feed.${format}${query === '' ? '' : `?${query}`}`),
      entries: await postEntries(deps, rows, lang === null ? [] : [lang]),
    });
  };

async function postEntries(
  { posts, strapi }: SyndicationDeps,
  rows: FeedRow[],
  languages: string[]
): Promise<FeedEntry[]> {
  const summaries = await posts.summaries(rows.map((row) => row.document_id));
  const rowIds = rows.map(({ id }) => id);
  const topics = await onConnection(strapi, (knex) => selectTopicsOf(knex, rowIds));
  const summaryOf = ({ document_id: id, language }: FeedRow): string | null =>
    bestByLanguage(summaries.get(id) ?? [], languages, language ?? '')?.text ?? null;
  const entryOf = async (row: FeedRow): Promise<FeedEntry> => {
    const { published, modified } = publicationDates(row);
    return {
      id: stableId(row.document_id),
      title: row.title ?? '',
      url: postUrl(strapi, row.slug),
      language: row.language,
      summary: summaryOf(row),
      html: await queuedHtml(row.body ?? '', row.original_link),
      published,
      updated: modified,
      author: null,
      topics: topics.filter((topic) => topic.article_id === row.id),
    };
  };
  return Promise.all(rows.map(entryOf));
}

/** Writes an article's newest public comments as a feed. @throws NotFoundError unless published */
export const readCommentFeed =
  ({ articles, strapi }: SyndicationDeps) =>
  async (format: Format, articleId: DocumentId): Promise<string> => {
    const { language, slug, title } = await articles.assertPublished(articleId);
    const rows = await onConnection(strapi, (knex) => selectComments(knex, articleId, LIMITS.feed));
    const page = postUrl(strapi, slug);
    const { commentTitle, writeFeed } = await loadWriter();
    const entryOf = (row: CommentRow): FeedEntry => ({
      id: stableId(row.document_id),
      title: commentTitle(language, row.author_name ?? '', title),
      url: `${page}#comment-${row.document_id}`,
      language: null,
      summary: null,
      html: commentHtml(row.content ?? ''),
      published: dateOf(row.created_at),
      updated: dateOf(row.edited_at ?? row.created_at),
      author: row.author_name ?? '',
      topics: [],
    });
    return writeFeed(format, {
      title: feedWord(language, 'comments', { title }),
      description: feedWord(language, 'commentsDescription'),
      language: language || null,
      publisher: configOf(strapi).publisher,
      home: page,
      self: apiUrl(strapi, `/articles/${articleId}/comments/feed.${format}`),
      entries: rows.map(entryOf),
    });
  };
