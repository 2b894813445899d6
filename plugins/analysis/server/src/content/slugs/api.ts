import type { Core } from '@strapi/strapi';
import { onConnection, type Trx } from '../../platform/database/connection';
import type { DocumentId } from '../../platform/strapi/uids';
import { claimChosenSlug, claimSlugFromTitle } from './claim-slug';
import { deleteSlugs, markPublic, releaseUnused, selectArticleBySlug } from './store';

/** Every slug that an article has, or had in public: each is one article's for good. */
export function createSlugs(strapi: Core.Strapi) {
  return {
    /** Takes an address that an editor chose. @throws ClashError when another article has it */
    claim: claimChosenSlug,

    /** Takes the first free address that a title gives, or a short id. */
    claimFromTitle: claimSlugFromTitle,

    /** Records the public slug for redirects, and releases those that never were public. */
    async settle(
      trx: Trx,
      articleId: DocumentId,
      { used, published }: { used: string[]; published: string | null }
    ): Promise<void> {
      if (published !== null) await markPublic(trx, articleId, published);
      await releaseUnused(trx, articleId, used);
    },

    /** The article that has, or once had, the slug in public; null for none. */
    articleOf: (slug: string): Promise<DocumentId | null> =>
      onConnection(strapi, (knex) => selectArticleBySlug(knex, slug)),

    removeAll: (trx: Trx, articleId: DocumentId): Promise<number> => deleteSlugs(trx, articleId),
  };
}

export type Slugs = ReturnType<typeof createSlugs>;
