import type { InternalType } from '../../platform/strapi/internal-type';
import { TABLE } from '../../platform/strapi/uids';

/**
 * What is found of each published article: written by hooks, in the transaction of the row that
 * it is made from. `words` is what each database's full-text index is made over (see `rules.ts`);
 * `text` is the article as readers see it, for snippets.
 */
export const searchSchema: InternalType = {
  collectionName: TABLE.search,
  info: { singularName: 'search', pluralName: 'searches', displayName: 'Analysis search entry' },
  attributes: {
    articleId: { type: 'string', required: true },
    language: { type: 'string' },
    firstPublishedAt: { type: 'datetime' },
    titleWords: { type: 'text' },
    summaryWords: { type: 'text' },
    words: { type: 'text' },
    text: { type: 'text' },
    contentHash: { type: 'string' },
  },
  indexes: [
    { name: 'analysis_searches_article_uq', columns: ['article_id'], type: 'unique' },
    { name: 'analysis_searches_newest_idx', columns: ['first_published_at', 'id'] },
  ],
};
