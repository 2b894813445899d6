import type { Trx } from '../../platform/database/connection';
import type { DocumentId } from '../../platform/strapi/uids';
import { summaryHooks } from './lifecycles';
import { deleteSummaries } from './store';
import { writeEditions } from './write-edition';

/** The rows of articles' summaries, which their article alone writes. */
export function createSummaries() {
  return {
    /** Brings the rows in line with what an article's editions carry. */
    writeEditions,

    removeAll: (trx: Trx, articleId: DocumentId): Promise<number> =>
      deleteSummaries(trx, articleId),

    /** Hooks of the content type. */
    hooks: summaryHooks,
  };
}

export type Summaries = ReturnType<typeof createSummaries>;
