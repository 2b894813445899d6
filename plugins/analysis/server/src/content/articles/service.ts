import type { Core } from '@strapi/strapi';
import { discussionInput } from '../../../../shared/contracts/discussion';
import { inTransaction, onConnection, type Trx } from '../../platform/database/connection';
import { decode, notFound } from '../../platform/errors';
import { isDocumentId } from '../../platform/security/hash';
import { services, type Services } from '../../common/services';
import type { DocumentId } from '../../platform/strapi/uids';
import { mayReadText, type Ability } from './editing-rights';
import { publishFaults } from './rules';
import {
  findRow,
  selectDiscussion,
  selectEditions,
  selectPublished,
  stampFirstPublished,
  updateDiscussion,
  type EditionRow,
} from './store';

/** Articles as other rooms need them; see `Services` for the contract. */
export const articlesService = ({ strapi }: { strapi: Core.Strapi }): Services['articles'] => ({
  async discussion(articleId) {
    const row = isDocumentId(articleId)
      ? await onConnection(strapi, (knex) => selectDiscussion(knex, articleId))
      : null;
    if (row === null) throw notFound('Article');
    const { discussionClosed: closed, published } = row;
    return { closed, published, open: published && services(strapi).comments.isOpen(row) };
  },

  async setDiscussion(articleId, data) {
    const { closed } = decode(discussionInput(), data);
    if (!isDocumentId(articleId)) throw notFound('Article');
    await inTransaction(strapi, async (trx) => {
      await services(strapi).stats.lock(trx, articleId);
      if ((await selectDiscussion(trx, articleId)) === null) throw notFound('Article');
      await updateDiscussion(trx, articleId, closed);
      await services(strapi).postCache.changed([articleId]);
    });
    return services(strapi).articles.discussion(articleId);
  },

  async missing(articleId) {
    const row = await findRow(strapi, { documentId: articleId, publishedAt: null });
    return row === null ? [] : publishFaults(row, { present: row.cover !== null });
  },

  async mayRead(articleId) {
    const state = strapi.requestContext.get()?.state as { userAbility?: Ability } | undefined;
    return state?.userAbility ? mayReadText(strapi, state.userAbility, articleId) : false;
  },

  async assertPublished(articleId) {
    const [article] = isDocumentId(articleId)
      ? await onConnection(strapi, (knex) => selectPublished(knex, [articleId]))
      : [];
    if (article === undefined) throw notFound('Article');
    return article;
  },

  async published(articleIds) {
    const ids = articleIds.filter(isDocumentId);
    const rows =
      ids.length > 0 ? await onConnection(strapi, (knex) => selectPublished(knex, ids)) : [];
    return new Map(rows.map((row) => [row.documentId, row]));
  },

  async lockPublished(trx, articleId) {
    if (!isDocumentId(articleId)) throw notFound('Article');
    await services(strapi).stats.lock(trx, articleId);
    const [article] = await selectPublished(trx, [articleId]);
    if (article === undefined) throw notFound('Article');
    return article;
  },

  async lockAllPublished(trx, articleIds) {
    const { articles, stats } = services(strapi);
    const asked = [...new Set(articleIds)].filter(isDocumentId);
    const held = await stats.lockRatings(trx, asked);
    const published = await articles.published(asked);
    const unheld = [...published.keys()].filter((articleId) => !held.has(articleId));
    if (unheld.length === 0) return { published, held };
    // Brought in past the hooks, they have no row to lock: only what is there is given one.
    await stats.lockAll(trx, unheld);
    for (const [articleId, counters] of await stats.lockRatings(trx, unheld)) {
      held.set(articleId, counters);
    }
    const again = await articles.published(asked);
    if (unheld.some((articleId) => !again.has(articleId))) throw notFound('Article');
    return { published: again, held };
  },
});

const isPublic = (row: EditionRow): boolean => row.published_at !== null;

/**
 * Brings slugs, sources, stats and summaries in line with an article's rows after one of them
 * was written or deleted, in the transaction of that write. With no row left, all that belongs
 * to the article goes.
 */
export async function settleArticle(strapi: Core.Strapi, articleId: DocumentId): Promise<void> {
  await inTransaction(strapi, async (trx) => {
    const rows = await selectEditions(trx, articleId);
    await (rows.length > 0
      ? settle(strapi, trx, articleId, rows)
      : removeAll(strapi, trx, articleId));
    await services(strapi).postCache.changed([articleId]);
  });
}

async function settle(
  strapi: Core.Strapi,
  trx: Trx,
  articleId: DocumentId,
  rows: EditionRow[]
): Promise<void> {
  const { search, slugs, sources, stats, summaries } = services(strapi);
  const present = (value: string | null): value is string => value !== null;
  const draft = rows.find((row) => !isPublic(row));
  const published = rows.find(isPublic);
  await stats.ensure(trx, articleId);
  await slugs.settle(trx, articleId, {
    used: rows.map(({ slug }) => slug).filter(present),
    published: published?.slug ?? null,
  });
  await sources.settle(trx, articleId, rows.map((row) => row.original_link).filter(present));
  await summaries.writeEditions(trx, articleId, {
    draft: draft?.summaries ?? null,
    published: published?.summaries ?? null,
  });
  await search.settle(trx, articleId);
}

async function removeAll(strapi: Core.Strapi, trx: Trx, articleId: DocumentId): Promise<void> {
  const { claims, comments, moderation, ratings, search, slugs, sources, stats, summaries } =
    services(strapi);
  await stats.lock(trx, articleId);
  await comments.removeAll(trx, articleId);
  await moderation.removeAll(trx, articleId);
  await claims.removeAll(trx, articleId);
  await ratings.removeAll(trx, articleId);
  await summaries.removeAll(trx, articleId);
  await search.removeAll(trx, articleId);
  await slugs.removeAll(trx, articleId);
  await sources.removeAll(trx, articleId);
  await stats.removeAll(trx, articleId);
}

/** Records the first publication on the draft too, so that the next publish keeps it. */
export const recordFirstPublished = (
  strapi: Core.Strapi,
  articleId: DocumentId,
  date: Date
): Promise<void> =>
  inTransaction(strapi, async (trx) => {
    await stampFirstPublished(trx, articleId, date);
  });
