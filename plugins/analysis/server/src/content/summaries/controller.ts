import { createCollectionController } from '../../platform/strapi/core-controller';
import { UID } from '../../platform/strapi/uids';
import { refuseSummaryWrite } from './refusal';

const refuse = async () => refuseSummaryWrite();

/** Strapi's own REST reads of summaries; readers see those of published articles. */
export const summaryController = createCollectionController(UID.summary, {
  former: 'article',
  // The hooks refuse writes as well, but Strapi checks a body's fields before it comes to them.
  writes: { create: refuse, update: refuse, delete: refuse },
});
