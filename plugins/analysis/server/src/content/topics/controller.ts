import { createCollectionController } from '../../platform/strapi/core-controller';
import { UID } from '../../platform/strapi/uids';

/** Strapi's own REST actions on topics. */
export const topicController = createCollectionController(UID.topic);
