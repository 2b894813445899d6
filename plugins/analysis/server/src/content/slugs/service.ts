import type { Core } from '@strapi/strapi';
import { fault } from '../../../../shared/faults';
import { onConnection } from '../../platform/database/connection';
import { ClashError } from '../../platform/errors';
import { createId } from '../../platform/security/hash';
import type { Services } from '../../common/services';
import {
  cutAtWord,
  firstFreeSlug,
  numberedSlug,
  slugFromTitle,
} from '../../platform/text/slug/slug';
import {
  claimSlug,
  deleteSlugs,
  markPublic,
  releaseUnused,
  selectArticleBySlug,
  selectTaken,
} from './store';
import { LIMITS } from '../../../../shared/limits';

/** Rounds after which someone must be inventing slugs against us. */
const ATTEMPTS = 20;
const SHORT_ID = 8;
/** Room that a number of up to five digits takes. */
const NUMBER_ROOM = 6;

/** Every slug that an article has had; see `Services` for the contract. */
export const slugService = ({ strapi }: { strapi: Core.Strapi }): Services['slugs'] => ({
  async claim(trx, articleId, slug) {
    if ((await claimSlug(trx, articleId, slug)) !== articleId) {
      throw new ClashError([
        fault('slug', 'taken', `${slug} is, or once was, the address of another article`),
      ]);
    }
  },

  async claimFromTitle(trx, articleId, { title, language }) {
    const base = slugFromTitle(title, language) || createId(SHORT_ID);
    const stem = cutAtWord(base, LIMITS.slug.max - NUMBER_ROOM);
    const taken = await selectTaken(trx, articleId, stem);
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const slug = firstFreeSlug(base, taken);
      if ((await claimSlug(trx, articleId, slug)) === articleId) return slug;
      taken.add(slug);
    }
    const slug = numberedSlug(base, Date.now());
    await claimSlug(trx, articleId, slug);
    return slug;
  },

  async settle(trx, articleId, { used, published }) {
    if (published !== null) await markPublic(trx, articleId, published);
    await releaseUnused(trx, articleId, used);
  },

  async removeAll(trx, articleId) {
    await deleteSlugs(trx, articleId);
  },

  articleOf: (slug) => onConnection(strapi, (knex) => selectArticleBySlug(knex, slug)),
});
