import { createCollectionController } from '../../platform/strapi/core-controller';
import { UID } from '../../platform/strapi/uids';

/** Strapi's own REST actions on articles; their summaries come with them. */
export const articleController = createCollectionController(UID.article, { former: 'summaries' });
