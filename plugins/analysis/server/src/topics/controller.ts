import { createCollectionController } from '../common/core-controller';
import { UID } from '../common/uids';

/** Strapi's own REST actions on topics. */
export const topicController = createCollectionController(UID.topic);
