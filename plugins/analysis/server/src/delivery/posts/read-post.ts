import type { CorrectionView } from '../../../../shared/contracts/claims';
import type { CommentPage } from '../../../../shared/contracts/comments';
import type { PostView } from '../../../../shared/contracts/posts';
import { onConnection, toDate } from '../../platform/database/connection';
import { fileUrl, postUrl } from '../../platform/http/urls';
import { bestByLanguage } from '../../platform/text/language';
import { isSlug } from '../../platform/text/slug/slug';
import { configOf } from '../../config';
import { coverOf } from './cover';
import type { PostsDeps } from './deps';
import { jsonLdOf } from './json-ld';
import { readSummaries } from './read-summaries';
import { selectPost, selectSlug, selectTopics, type WholeRow } from './store';
import { articleView } from './views';

export type FoundPost =
  | { kind: 'post'; post: PostView }
  /** The slug is an earlier one of a published article. */
  | { kind: 'moved'; slug: string }
  | { kind: 'missing' };

/**
 * Reads the whole page of a published article.
 * @param languages BCP 47 tags in order of preference
 */
export const readPost =
  (deps: PostsDeps) =>
  async (slug: string, languages: string[]): Promise<FoundPost> => {
    const { slugs, strapi } = deps;
    if (!isSlug(slug)) return { kind: 'missing' };
    const row = await onConnection(strapi, (knex) => selectPost(knex, slug));
    if (row) return { kind: 'post', post: await postOf(deps, row, languages) };
    const articleId = await slugs.articleOf(slug);
    if (articleId === null) return { kind: 'missing' };
    const now = await onConnection(strapi, (knex) => selectSlug(knex, articleId));
    return now === null ? { kind: 'missing' } : { kind: 'moved', slug: now };
  };

async function postOf(deps: PostsDeps, row: WholeRow, languages: string[]): Promise<PostView> {
  const { stats, strapi } = deps;
  const articleId = row.document_id;
  const summaries = (await readSummaries(deps)([articleId])).get(articleId) ?? [];
  const topics = row.has_topics
    ? await onConnection(strapi, (knex) => selectTopics(knex, row.id))
    : [];
  const { items, meta } = await commentsOf(deps, row);
  const corrections = await correctionsOf(deps, row);
  const article = articleView(row, topics, await coverOf(strapi, row));
  const summary = bestByLanguage(summaries, languages, article.language);
  const rating = stats.ratingView(row);
  return {
    article,
    summary,
    summaries,
    rating,
    comments: { items, meta },
    corrections,
    jsonLd: jsonLdOf({
      article,
      summary,
      rating,
      corrections,
      commentCount: meta.total,
      url: postUrl(strapi, article.slug),
      image: article.cover === null ? null : fileUrl(strapi, article.cover.url),
      publisher: configOf(strapi).publisher,
    }),
  };
}

/** The first page of the discussion; the row says what it would otherwise look up. */
const commentsOf = ({ articles, comments }: PostsDeps, row: WholeRow): Promise<CommentPage> =>
  comments.page(row.document_id, {
    checked: {
      discussionOpen: articles.isDiscussionOpen({
        discussionClosed: Boolean(row.discussion_closed),
        firstPublishedAt: toDate(row.first_published_at),
      }),
      commentCount: row.comments_visible ?? 0,
    },
  });

async function correctionsOf({ claims }: PostsDeps, row: WholeRow): Promise<CorrectionView[]> {
  if (!row.has_corrections) return [];
  const articleId = row.document_id;
  return (await claims.corrections([articleId])).get(articleId) ?? [];
}
