import type { Core } from '@strapi/strapi';
import { LIMITS } from '../../../../shared/limits';
import { apiUrl, fileUrl, homeUrl, postUrl, serverUrl } from '../../platform/http/urls';
import { onConnection, toDate } from '../../platform/database/connection';
import { notFound } from '../../platform/errors';
import { services, type Services } from '../../common/services';
import type { DocumentId } from '../../platform/strapi/uids';
import { commentHtml } from '../../platform/text/plain-text-html';
import { configOf } from '../../config';
import { bestByLanguage } from '../../platform/text/language';
import { languageFilter } from '../../platform/text/language-filter';
import { htmlInTurn } from '../../platform/text/markdown/kept';
import { publicationDates } from '../../platform/strapi/publication-dates';
import type { FeedEntry } from './feed-xml';
import { oembedOf } from './oembed-format';
import { feedWord, NEWS, SITEMAP_PAGE, slugIn, stableId } from './rules';
import {
  countPlaces,
  selectComments,
  selectLanguages,
  selectNewest,
  selectNews,
  selectPlaces,
  selectTopic,
  selectTopicsOf,
  type FeedRow,
} from './store';

const NEVER = new Date(0);
const dateOf = (value: unknown): Date => toDate(value) ?? NEVER;

/**
 * Feeds, sitemap and oEmbed; see `Services` for the contract. What writes XML is loaded by the first
 * who asks for some: its packages are large.
 */
export const syndicationService = ({
  strapi,
}: {
  strapi: Core.Strapi;
}): Services['syndication'] => {
  const inLanguage = (url: string, lang: string): string => {
    const address = new URL(url);
    address.searchParams.set('lang', lang);
    return address.toString();
  };

  const entriesOf = async (rows: FeedRow[], languages: string[]): Promise<FeedEntry[]> => {
    const ids = rows.map((row) => row.document_id);
    const summaries = await services(strapi).posts.summaries(ids);
    const topics = await onConnection(strapi, (knex) =>
      selectTopicsOf(
        knex,
        rows.map(({ id }) => id)
      )
    );
    const entry = async (row: FeedRow): Promise<FeedEntry> => {
      const { published, modified } = publicationDates(row);
      return {
        id: stableId(row.document_id),
        title: row.title ?? '',
        url: postUrl(strapi, row.slug),
        language: row.language,
        summary:
          bestByLanguage(summaries.get(row.document_id) ?? [], languages, row.language ?? '')
            ?.text ?? null,
        html: await htmlInTurn(row.body ?? '', row.original_link),
        published,
        updated: modified,
        author: null,
        topics: topics.filter((topic) => topic.article_id === row.id),
      };
    };
    return Promise.all(rows.map(entry));
  };

  return {
    async posts(format, { lang, topic: slug }) {
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
      const { writeFeed } = await import('./feed-xml');
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
        entries: await entriesOf(rows, lang === null ? [] : [lang]),
      });
    },

    async comments(format, articleId) {
      const article = await services(strapi).articles.assertPublished(articleId);
      const rows = await onConnection(strapi, (knex) =>
        selectComments(knex, articleId, LIMITS.feed)
      );
      const { language, title } = article;
      const page = postUrl(strapi, article.slug);
      const { commentTitle, writeFeed } = await import('./feed-xml');
      return writeFeed(format, {
        title: feedWord(language, 'comments', { title }),
        description: feedWord(language, 'commentsDescription'),
        language: language || null,
        publisher: configOf(strapi).publisher,
        home: page,
        self: apiUrl(strapi, `/articles/${articleId}/comments/feed.${format}`),
        entries: rows.map((row) => ({
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
        })),
      });
    },

    async sitemapIndex() {
      const count = await onConnection(strapi, countPlaces);
      const pages = Math.max(1, Math.ceil(count / SITEMAP_PAGE));
      const { writeIndex } = await import('./sitemap-xml');
      return writeIndex([
        ...Array.from({ length: pages }, (_, at) => apiUrl(strapi, `/sitemap-${at + 1}.xml`)),
        apiUrl(strapi, '/sitemap-news.xml'),
      ]);
    },

    async sitemap(page) {
      const [rows, languages] = await onConnection(strapi, async (knex) => {
        const found = await selectPlaces(knex, {
          limit: SITEMAP_PAGE,
          offset: (page - 1) * SITEMAP_PAGE,
        });
        const ids: DocumentId[] = found.map((row) => row.document_id);
        return [found, await selectLanguages(knex, ids)] as const;
      });
      if (page > 1 && rows.length === 0) throw notFound('Sitemap');
      const { writeSitemap } = await import('./sitemap-xml');
      return writeSitemap(
        rows.map((row) => {
          const url = postUrl(strapi, row.slug);
          const own = row.language ? [row.language] : [];
          const others = languages.get(row.document_id) ?? [];
          return {
            url,
            changed: publicationDates(row).modified,
            alternates: [
              { lang: 'x-default', url },
              ...[...new Set([...own, ...others])].map((lang) => ({
                lang,
                url: inLanguage(url, lang),
              })),
            ],
          };
        })
      );
    },

    async news() {
      const since = new Date(Date.now() - NEWS.ageMs);
      const rows = await onConnection(strapi, (knex) => selectNews(knex, since, NEWS.max));
      const { writeNews } = await import('./sitemap-xml');
      return writeNews(
        configOf(strapi).publisher,
        rows.map((row) => ({
          url: postUrl(strapi, row.slug),
          title: row.title ?? '',
          language: row.language ?? 'en',
          published: publicationDates(row).published,
        }))
      );
    },

    async oembed(url, most) {
      const slug = slugIn(url, postUrl(strapi, ':slug'));
      const { posts } = services(strapi);
      let found = slug === null ? null : await posts.read(slug, []);
      if (found?.kind === 'moved') found = await posts.read(found.slug, []);
      if (found?.kind !== 'post') throw notFound('Post');
      const { article } = found.post;
      const { cover } = article;
      const answer = oembedOf(
        { ...article, cover: cover && { ...cover, url: fileUrl(strapi, cover.url) } },
        {
          publisher: configOf(strapi).publisher,
          home: homeUrl(strapi),
          server: serverUrl(strapi, ''),
          script: apiUrl(strapi, '/embed.js'),
        },
        most
      );
      return { articleId: article.documentId, answer };
    },
  };
};
