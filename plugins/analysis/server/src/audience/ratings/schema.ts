import { TABLE } from '../../platform/strapi/uids';
import { withView } from '../../platform/strapi/content-manager-config';
import { ratingView } from './editor-view';

/** `articleId` is an indexed key, not a relation: relations would be copied at every publish. */
export const ratingSchema = withView(
  {
    kind: 'collectionType',
    collectionName: TABLE.rating,
    info: {
      singularName: 'rating',
      pluralName: 'ratings',
      displayName: 'Analysis rating',
      description: 'One vote of one voter on one article',
    },
    options: { draftAndPublish: false },
    attributes: {
      articleId: { type: 'string', required: true },
      voterKey: { type: 'string', required: true, private: true, visible: false },
      value: { type: 'integer', required: true },
      contentHash: { type: 'string', private: true },
      model: { type: 'string', private: true },
      promptVersion: { type: 'string', private: true },
    },
    indexes: [
      {
        name: 'analysis_ratings_voter_uq',
        columns: ['article_id', 'voter_key'],
        type: 'unique',
      },
    ],
  } as const,
  ratingView
);
