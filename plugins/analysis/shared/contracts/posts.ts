/**
 * GET /posts/:slug?lang=
 * GET /rankings?by=&days=&limit=
 */
import { z } from 'zod';
import { correctionView } from './claims';
import { commentPage } from './comments';
import { amount, dateTime, direction, envelope, id, language } from './common';
import { ratingView } from './ratings';
import { view } from './named-schemas';

export const DISCLOSURES = ['generated', 'generated-reviewed', 'human'] as const;
export type Disclosure = (typeof DISCLOSURES)[number];

const disclosure = () =>
  z
    .enum(DISCLOSURES)
    .describe('Who wrote it: a program, a program under a person’s eye, or a person. Show it.');

export const summaryView = view(
  'Summary',
  z.object({
    documentId: id(),
    language: language(),
    direction: direction(),
    text: z.string(),
  })
);
export type SummaryView = z.infer<typeof summaryView>;

export const coverView = view(
  'Cover',
  z.object({
    url: z.string(),
    alternativeText: z.string(),
    width: z.int().nullable(),
    height: z.int().nullable(),
    mime: z.string(),
  })
);
export type CoverView = z.infer<typeof coverView>;

export const TOPIC_KINDS = ['aspect', 'subject'] as const;

export const topicView = view(
  'Topic',
  z.object({
    documentId: id(),
    name: z.string(),
    slug: z.string(),
    kind: z
      .enum(TOPIC_KINDS)
      .describe('A perspective of the house template, or what a post is about.'),
  })
);
export type TopicView = z.infer<typeof topicView>;

export const articleView = view(
  'Article',
  z.object({
    documentId: id(),
    title: z.string(),
    slug: z.string(),
    language: language(),
    direction: direction(),
    body: z.string().describe('Markdown.'),
    bodyHtml: z.string().describe('Safe HTML made from the Markdown.'),
    originalLink: z.string().nullable().describe('The story that it is an analysis of.'),
    sourceName: z.string().nullable(),
    sourcePublishedAt: dateTime().nullable(),
    cover: coverView.nullable(),
    topics: z.array(topicView),
    disclosure: disclosure(),
    provenance: z.object({
      provider: z.string().nullable(),
      model: z.string().nullable(),
      promptVersion: z.string().nullable(),
      generatedAt: dateTime().nullable(),
    }),
    review: z
      .object({ reviewer: z.string(), reviewedAt: dateTime() })
      .nullable()
      .describe('Who answers for this very text.'),
    contentHash: z.string(),
    firstPublishedAt: dateTime(),
    updatedAt: dateTime(),
  })
);
export type ArticleView = z.infer<typeof articleView>;

const NO_RATING = 'Null for callers who may not read ratings (`rating.find`).';
const NO_COMMENTS = 'Null for callers who may not read comments (`comment.find`).';

export const postView = view(
  'Post',
  z.object({
    article: articleView,
    summary: summaryView
      .nullable()
      .describe(
        'The best one for the languages asked for (RFC 4647 lookup), else the article’s own, else the first.'
      ),
    summaries: z.array(summaryView),
    rating: ratingView.nullable().describe(NO_RATING),
    comments: commentPage.nullable().describe(NO_COMMENTS),
    corrections: z.array(correctionView).describe('Newest first.'),
    jsonLd: z.record(z.string(), z.unknown()).describe('Structured data, schema.org.'),
  })
);
export type PostView = z.infer<typeof postView>;

export const postResponse = envelope(postView);
export type PostResponse = z.infer<typeof postResponse>;

export const postCard = view(
  'PostCard',
  z
    .object({
      documentId: id(),
      title: z.string(),
      slug: z.string(),
      language: language(),
      direction: direction(),
      summary: summaryView.nullable(),
      cover: coverView.nullable(),
      disclosure: disclosure(),
      sourceName: z.string().nullable(),
      firstPublishedAt: dateTime(),
      rating: ratingView.nullable().describe(NO_RATING),
      commentCount: amount().nullable().describe(NO_COMMENTS),
    })
    .describe('An entry of a list of posts: enough to show and link it.')
);
export type PostCard = z.infer<typeof postCard>;

export const RANKINGS = ['score', 'average', 'votes', 'comments'] as const;
export type Ranking = (typeof RANKINGS)[number];

export const rankingsResponse = view(
  'Rankings',
  envelope(
    z.array(postCard),
    z.object({ by: z.enum(RANKINGS), days: z.int().nullable(), limit: amount() })
  )
);
export type RankingsResponse = z.infer<typeof rankingsResponse>;
