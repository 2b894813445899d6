import type { Core } from '@strapi/strapi';
import { onConnection, type Trx } from '../../platform/database/connection';
import type { DocumentId } from '../../platform/strapi/uids';
import { claimTitle, claimUrl } from './claim-source';
import { canonicalUrl, sourceHash, type SourceKey } from './rules';
import { deleteSources, releaseUnusedUrls, selectArticleBySource } from './store';

/** What each article was made from: one story is one article's alone. */
export function createSources(strapi: Core.Strapi) {
  return {
    canonicalUrl,

    /** The article that was made from a story, by its link or by title and language. */
    findArticle: (key: SourceKey): Promise<DocumentId | null> =>
      onConnection(strapi, (knex) => selectArticleBySource(knex, sourceHash(key))),

    /** @throws ClashError at originalLink when another article was made from the story */
    claimUrl,

    /** Takes the key of a post without a link. @throws ClashError at title */
    claimTitle,

    /** Releases the links that the article no longer carries. */
    settle: (trx: Trx, articleId: DocumentId, links: string[]): Promise<number> =>
      releaseUnusedUrls(
        trx,
        articleId,
        links.map((url) => sourceHash({ url }))
      ),

    removeAll: (trx: Trx, articleId: DocumentId): Promise<number> => deleteSources(trx, articleId),
  };
}

export type Sources = ReturnType<typeof createSources>;
