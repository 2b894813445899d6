import type { Core } from '@strapi/strapi';
import { fault } from '../../../../shared/faults';
import { onConnection } from '../../platform/database/connection';
import { ClashError } from '../../platform/errors';
import type { Services } from '../../common/services';
import { canonicalUrl, sourceHash } from './rules';
import { claimSource, deleteSources, releaseUnusedUrls, selectArticleBySource } from './store';

/** What each article was made from; see `Services` for the contract. */
export const sourceService = ({ strapi }: { strapi: Core.Strapi }): Services['sources'] => ({
  canonicalUrl,

  findArticle: (key) =>
    onConnection(strapi, (knex) => selectArticleBySource(knex, sourceHash(key))),

  async claimUrl(trx, articleId, link) {
    const holder = await claimSource(trx, articleId, {
      kind: 'url',
      sourceHash: sourceHash({ url: link }),
      canonicalUrl: canonicalUrl(link),
    });
    if (holder !== articleId) {
      throw new ClashError([
        fault('originalLink', 'taken', 'another article was made from this story', {
          documentId: holder,
        }),
      ]);
    }
  },

  async claimTitle(trx, articleId, { title, language }) {
    const holder = await claimSource(trx, articleId, {
      kind: 'title',
      sourceHash: sourceHash({ title, language }),
      canonicalUrl: null,
    });
    if (holder !== articleId) {
      throw new ClashError([
        fault('title', 'taken', 'another post without a link has this title', {
          documentId: holder,
        }),
      ]);
    }
  },

  async settle(trx, articleId, links) {
    await releaseUnusedUrls(
      trx,
      articleId,
      links.map((url) => sourceHash({ url }))
    );
  },

  async removeAll(trx, articleId) {
    await deleteSources(trx, articleId);
  },
});
