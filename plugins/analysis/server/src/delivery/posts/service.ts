import type { Core } from '@strapi/strapi';
import type { PostCard, PostView, SummaryView } from '../../../../shared/contracts/posts';
import { readableCard, readablePost } from '../../../../shared/readable-parts';
import { fileUrl, postLink, postUrl } from '../../platform/http/urls';
import { onConnection, toDate } from '../../platform/database/connection';
import { services, type Services } from '../../common/services';
import type { DocumentId } from '../../platform/strapi/uids';
import { configOf } from '../../config';
import { isSlug } from '../../platform/text/slug/slug';
import { jsonLdOf } from './json-ld';
import { acceptedLanguages, bestByLanguage, languageVariant } from '../../platform/text/language';
import {
  countPosts,
  selectCards,
  selectCardsOf,
  selectPost,
  selectSlug,
  selectSummaries,
  selectTopics,
  type ORDER,
  type PostRow,
  type WholeRow,
} from './store';
import { coverOf } from './covers';
import { articleView, cardView, summaryView } from './views';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Published posts as readers see them; see `Services` for the contract. */
export const postsService = ({ strapi }: { strapi: Core.Strapi }): Services['posts'] => {
  const summariesOf = async (articleIds: DocumentId[]): Promise<Map<DocumentId, SummaryView[]>> => {
    const found = new Map<DocumentId, SummaryView[]>();
    if (articleIds.length === 0) return found;
    for (const row of await onConnection(strapi, (knex) => selectSummaries(knex, articleIds))) {
      const views = found.get(row.articleId) ?? [];
      views.push(summaryView(row));
      found.set(row.articleId, views);
    }
    return found;
  };

  const cardsFrom = async (rows: PostRow[], languages: string[]): Promise<PostCard[]> => {
    const summaries = await summariesOf(rows.map((row) => row.document_id as DocumentId));
    const { stats } = services(strapi);
    return Promise.all(
      rows.map(async (row) =>
        cardView(row, {
          summaries: summaries.get(row.document_id as DocumentId) ?? [],
          cover: await coverOf(strapi, row),
          rating: stats.ratingView(row),
          languages,
        })
      )
    );
  };

  const cards = async (
    languages: string[],
    options: { order: keyof typeof ORDER; since: Date | null; limit: number; offset: number }
  ): Promise<PostCard[]> =>
    cardsFrom(await onConnection(strapi, (knex) => selectCards(knex, options)), languages);

  const whole = async (row: WholeRow, languages: string[]): Promise<PostView> => {
    const articleId = row.document_id as DocumentId;
    const { articles, claims, comments, stats } = services(strapi);
    const summaries = (await summariesOf([articleId])).get(articleId) ?? [];
    const topics = row.has_topics
      ? await onConnection(strapi, (knex) => selectTopics(knex, row.id))
      : [];
    const { items, meta } = await comments.page(articleId, {
      checked: {
        discussionOpen: articles.isDiscussionOpen({
          discussionClosed: Boolean(row.discussion_closed),
          firstPublishedAt: toDate(row.first_published_at),
        }),
        commentCount: row.comments_visible ?? 0,
      },
    });
    const corrections = row.has_corrections
      ? ((await claims.corrections([articleId])).get(articleId) ?? [])
      : [];
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
  };

  return {
    readablePost,

    readableCard,

    url: (slug) => postLink(strapi, slug),

    async page(slug, languages) {
      if (!isSlug(slug)) return { kind: 'missing' };
      const row = await onConnection(strapi, (knex) => selectPost(knex, slug));
      if (row) return { kind: 'post', post: await whole(row, languages) };
      const articleId = await services(strapi).slugs.articleOf(slug);
      if (articleId === null) return { kind: 'missing' };
      const now = await onConnection(strapi, (knex) => selectSlug(knex, articleId));
      return now === null ? { kind: 'missing' } : { kind: 'moved', slug: now };
    },

    languageVariant,

    acceptedLanguages,

    summaries: summariesOf,

    async list({ sort, page, pageSize, languages }) {
      const total = await onConnection(strapi, countPosts);
      const items = await cards(languages, {
        order: sort,
        since: null,
        limit: pageSize,
        offset: (page - 1) * pageSize,
      });
      return { items, total, pageCount: Math.ceil(total / pageSize) };
    },

    newest: ({ limit, offset, languages }) =>
      cards(languages, { order: 'newest', since: null, limit, offset }),

    async cards(articleIds, languages) {
      if (articleIds.length === 0) return [];
      const rows = await onConnection(strapi, (knex) => selectCardsOf(knex, articleIds));
      const places = new Map(articleIds.map((id, at) => [id, at]));
      const placeOf = (row: PostRow): number => places.get(row.document_id as DocumentId) ?? 0;
      return cardsFrom(
        rows.sort((left, right) => placeOf(left) - placeOf(right)),
        languages
      );
    },

    rankings: ({ by, days, limit, languages }) =>
      cards(languages, {
        order: by,
        since: days === null ? null : new Date(Date.now() - days * DAY_MS),
        limit,
        offset: 0,
      }),
  };
};
