import { z } from 'zod';
import {
  CACHED,
  NOT_MODIFIED,
  operation,
  type Answer,
  type Content,
} from '../../platform/openapi/operation';
import { FORMATS, type Format } from './rules';

const tag = 'Feeds and discovery';

const FEED: Record<Format, () => Content> = {
  rss: () => ({ 'application/rss+xml': z.string() }),
  atom: () => ({ 'application/atom+xml': z.string() }),
  json: () => ({ 'application/feed+json': z.looseObject({ version: z.string() }) }),
};

const NAME: Record<Format, string> = { rss: 'Rss', atom: 'Atom', json: 'Json' };

const cached = (description: string, content: Content): Record<number, Answer> => ({
  200: { description, content, headers: CACHED },
  ...NOT_MODIFIED,
});

/** The newest posts; `lang` and `topic` narrow them. */
export const feedOperations = FORMATS.map((format) =>
  operation({
    id: `getFeed${NAME[format]}`,
    method: 'GET',
    path: `/feed.${format}`,
    tag,
    passesOver: true,
    summary: `The newest posts as ${format === 'json' ? 'JSON Feed' : format.toUpperCase()}`,
    by: 'reader',
    query: {
      lang: z.string().optional().describe('Only articles in this language, a BCP 47 tag.'),
      topic: z.string().optional().describe('Only articles of this topic, by its slug.'),
    },
    answers: cached('A feed.', FEED[format]()),
    refusals: [404],
  })
);

export const commentFeedOperations = FORMATS.map((format) =>
  operation({
    id: `getCommentsFeed${NAME[format]}`,
    method: 'GET',
    path: `/articles/:documentId/comments/feed.${format}`,
    tag,
    passesOver: true,
    summary: `The newest comments of an article as ${format === 'json' ? 'JSON Feed' : format.toUpperCase()}`,
    by: 'reader',
    answers: cached('A feed.', FEED[format]()),
    refusals: [404],
  })
);

const sitemap = (id: string, path: string, summary: string, refusals: number[] = []) =>
  operation({
    id,
    method: 'GET',
    path,
    tag,
    passesOver: true,
    summary,
    by: 'reader',
    answers: cached('A sitemap (sitemaps.org).', { 'application/xml': z.string() }),
    refusals,
  });

export const sitemapOperations = {
  index: sitemap('getSitemap', '/sitemap.xml', 'The index of the sitemap'),
  news: sitemap('getNewsSitemap', '/sitemap-news.xml', 'Posts of the last two days'),
  page: sitemap('getSitemapPage', '/sitemap-:page(\\d+).xml', 'One page of the sitemap', [404]),
};

const pixels = () => z.int().min(1).max(99_999).optional();

export const oembedOperations = {
  find: operation({
    id: 'getOembed',
    method: 'GET',
    path: '/oembed',
    tag,
    passesOver: true,
    summary: 'How a post is shown on another site (oembed.com)',
    by: 'reader',
    query: {
      url: z.string().describe('Of the page of a post.'),
      format: z.string().optional().describe('`json` if not given, or `xml`.'),
      maxwidth: pixels(),
      maxheight: pixels(),
    },
    answers: cached('An answer of type `rich`.', {
      'application/json': z.looseObject({
        version: z.literal('1.0'),
        type: z.literal('rich'),
        title: z.string(),
        html: z.string(),
        width: z.int(),
        height: z.int(),
      }),
      'text/xml': z.string(),
    }),
    refusals: [404, 501],
  }),
};
