/**
 * Articles, summaries and topics as Strapi's own REST actions answer and take them.
 *
 * GET, POST         /articles, /topics
 * GET, PUT, DELETE  /articles/:id, /topics/:id
 * GET               /summaries, /summaries/:id; other methods are refused, as an article carries
 *                   its summaries
 *
 * `fields` picks from the attributes, so that every one of them may be missing; relations are there
 * only with `populate`.
 */
import { z } from 'zod';
import { languageTag, text } from '../fields';
import { LIMITS } from '../limits';
import { amount, dateTime, envelope, id } from './common';
import { DISCLOSURES, TOPIC_KINDS } from './posts';
import { input, view } from './named-schemas';

const optionalText = () => z.string().nullable().optional();
const optionalTime = () => dateTime().nullable().optional();
const optionalFlag = () => z.boolean().nullable().optional();

const ofEvery = {
  id: z.int().describe('Of the row; another after each publish. Use `documentId`.'),
  documentId: id(),
  createdAt: optionalTime(),
  updatedAt: optionalTime(),
  publishedAt: optionalTime(),
};

export const storedTopic = view(
  'StoredTopic',
  z.object({
    ...ofEvery,
    name: optionalText(),
    slug: optionalText(),
    kind: z.enum(TOPIC_KINDS).nullable().optional(),
  })
);

export const storedSummary = view(
  'StoredSummary',
  z.object({
    ...ofEvery,
    articleId: optionalText(),
    language: optionalText(),
    text: optionalText(),
  })
);

/** One of the summaries that an article carries, as it is read. */
export const articleSummary = view(
  'ArticleSummary',
  z.object({ language: z.string().nullable(), text: z.string().nullable() })
);

/** The same as it is written. */
export const articleSummaryInput = input(
  'ArticleSummaryInput',
  z.strictObject({ language: languageTag().nullish(), text: text(LIMITS.summary).nullish() })
);

export const storedArticle = view(
  'StoredArticle',
  z.object({
    ...ofEvery,
    title: optionalText(),
    slug: optionalText(),
    language: optionalText(),
    body: optionalText(),
    originalLink: optionalText(),
    sourceName: optionalText(),
    sourcePublishedAt: optionalTime(),
    coverAlt: optionalText(),
    origin: z.enum(['generated', 'human']).nullable().optional(),
    generatorProvider: optionalText(),
    generatorModel: optionalText(),
    promptVersion: optionalText(),
    promptHash: optionalText(),
    runId: optionalText(),
    generatedAt: optionalTime(),
    discussionClosed: optionalFlag(),
    reviewer: optionalText(),
    editorialResponsibility: optionalFlag(),
    reviewedAt: optionalTime(),
    disclosure: z.enum(DISCLOSURES).nullable().optional(),
    contentHash: optionalText(),
    firstPublishedAt: optionalTime(),
    cover: z
      .looseObject({ url: z.string().optional() })
      .nullable()
      .optional()
      .describe('A file of Strapi’s media library.'),
    topics: z.array(storedTopic).optional(),
    summaries: z.array(articleSummary).nullable().optional(),
  })
);

const storedMeta = view(
  'ListMeta',
  z.object({
    pagination: z.union([
      z.object({
        page: amount(),
        pageSize: amount(),
        pageCount: amount().optional(),
        total: amount().optional(),
      }),
      z.object({ start: amount(), limit: amount(), total: amount().optional() }),
    ]),
  })
);

/** The answers of a collection's routes. */
export const storedResponses = (stored: z.ZodType) => ({
  one: envelope(stored),
  list: envelope(z.array(stored), storedMeta),
});

const relation = (what: string) => z.unknown().describe(`${what}, in any of Strapi’s forms.`);
const writable = () => z.string().nullish();

export const articleInput = input(
  'ArticleInput',
  z.strictObject({
    title: writable(),
    slug: writable(),
    language: writable(),
    body: writable().describe('Markdown.'),
    originalLink: writable(),
    sourceName: writable(),
    sourcePublishedAt: writable(),
    cover: relation('A file').optional(),
    coverAlt: writable(),
    topics: relation('Topics').optional(),
    summaries: z.array(articleSummaryInput).max(LIMITS.summariesPerArticle).nullish(),
    origin: z.enum(['generated', 'human']).nullish(),
    generatorProvider: writable(),
    generatorModel: writable(),
    promptVersion: writable(),
    promptHash: writable(),
    runId: writable(),
    generatedAt: writable(),
    discussionClosed: z.boolean().nullish(),
    reviewer: writable(),
    editorialResponsibility: z.boolean().nullish(),
  })
);

export const topicInput = input(
  'TopicInput',
  z.strictObject({
    name: writable(),
    slug: writable(),
    kind: z.enum(TOPIC_KINDS).nullish(),
  })
);
