import type { InternalType } from '../../platform/strapi/internal-type';
import { TABLE } from '../../platform/strapi/uids';

/** Every slug an article has had. `everPublic` ones redirect for good; others are released. */
export const slugSchema: InternalType = {
  collectionName: TABLE.slug,
  info: { singularName: 'slug', pluralName: 'slugs', displayName: 'Analysis slug' },
  attributes: {
    slug: { type: 'string', required: true },
    articleId: { type: 'string', required: true },
    everPublic: { type: 'boolean', default: false },
  },
  indexes: [
    { name: 'analysis_slugs_slug_uq', columns: ['slug'], type: 'unique' },
    { name: 'analysis_slugs_article_idx', columns: ['article_id'] },
  ],
};
