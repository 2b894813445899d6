import { createCollectionController } from '../common/core-controller';
import { UID } from '../common/uids';

/** Strapi's own REST actions on articles; their summaries come with them. */
export const articleController = createCollectionController(UID.article, { former: 'summaries' });
