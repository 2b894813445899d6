import type { Trx } from '../../platform/database/connection';
import type { DocumentId } from '../../platform/strapi/uids';
import type { SearchDeps } from './deps';
import { relatedPosts } from './find-related';
import { createIndexer, indexPost } from './index-posts';
import { searchPosts } from './search-posts';
import { deleteEntry } from './store';

/** Full-text search in published posts, and posts near another one. */
export function createSearch(deps: SearchDeps) {
  const { close, open, reindex } = createIndexer(deps);
  return {
    /** Published posts in which all of a query is found, the best first; the newest without one. */
    find: searchPosts(deps),

    /** Posts near another one, the nearest first. */
    related: relatedPosts(deps),

    /** Brings the entry of an article in line with its published text. */
    index: indexPost,

    removeAll: (trx: Trx, articleId: DocumentId): Promise<number> => deleteEntry(trx, articleId),

    /** Makes every entry again that is not as it should be. */
    reindex,

    /** At start: makes the index where it is missing, and in the background what is not in it. */
    open,

    /** Ends what runs in the background after the article at hand. */
    close,
  };
}

export type Search = ReturnType<typeof createSearch>;
