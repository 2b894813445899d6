import { TABLE } from '../../platform/strapi/uids';

/**
 * One row for each summary that an edition of an article carries, written from the article's
 * field `summaries` in the transaction of the article's own row. The rows are there for what a
 * JSON field cannot do: lists and filters by language, and a unique index. A relation to the
 * article would be written by others than the article; `articleId` is its key.
 */
export const summarySchema = {
  kind: 'collectionType',
  collectionName: TABLE.summary,
  info: {
    singularName: 'summary',
    pluralName: 'summaries',
    displayName: 'Analysis summary',
    description: 'A short summary of an article, one per language; written with the article',
  },
  options: { draftAndPublish: true },
  pluginOptions: {
    'content-manager': { visible: false },
    'content-type-builder': { visible: false },
  },
  attributes: {
    articleId: { type: 'string' },
    edition: { type: 'enumeration', enum: ['draft', 'published'], private: true },
    language: { type: 'string' },
    text: { type: 'text' },
  },
  indexes: [
    {
      name: 'analysis_summaries_language_uq',
      columns: ['article_id', 'edition', 'language'],
      type: 'unique',
    },
  ],
} as const;
