import type { SummaryView } from '../../../../shared/contracts/posts';
import { onConnection } from '../../platform/database/connection';
import type { DocumentId } from '../../platform/strapi/uids';
import type { PostsDeps } from './deps';
import { selectSummaries } from './store';
import { summaryView } from './views';

/** Public summaries of many articles, in one query; articles without one are left out. */
export const readSummaries =
  ({ strapi }: Pick<PostsDeps, 'strapi'>) =>
  async (articleIds: DocumentId[]): Promise<Map<DocumentId, SummaryView[]>> => {
    const found = new Map<DocumentId, SummaryView[]>();
    if (articleIds.length === 0) return found;
    for (const row of await onConnection(strapi, (knex) => selectSummaries(knex, articleIds))) {
      const views = found.get(row.articleId) ?? [];
      views.push(summaryView(row));
      found.set(row.articleId, views);
    }
    return found;
  };
