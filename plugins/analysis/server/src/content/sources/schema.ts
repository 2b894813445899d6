import type { InternalType } from '../../platform/strapi/internal-type';
import { TABLE } from '../../platform/strapi/uids';

/**
 * What an article was made from, and the key that keeps ingest idempotent. `sourceHash` is the
 * SHA-256 of the canonical URL (kind `url`) or of language and title (kind `title`, for posts
 * that came without a link): a Strapi string holds 255 characters, a URL may be longer.
 */
export const sourceSchema: InternalType = {
  collectionName: TABLE.source,
  info: { singularName: 'source', pluralName: 'sources', displayName: 'Analysis source' },
  attributes: {
    /** `url` or `title`. */
    kind: { type: 'string', required: true },
    sourceHash: { type: 'string', required: true },
    canonicalUrl: { type: 'text' },
    articleId: { type: 'string', required: true },
  },
  indexes: [
    { name: 'analysis_sources_hash_uq', columns: ['source_hash'], type: 'unique' },
    { name: 'analysis_sources_article_idx', columns: ['article_id'] },
  ],
};
