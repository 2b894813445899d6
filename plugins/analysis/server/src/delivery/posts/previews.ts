import type { Core } from '@strapi/strapi';
import type { CommentPage } from '../../../../shared/contracts/comments';
import type { PreviewView } from '../../../../shared/contracts/previews';
import { LIMITS } from '../../../../shared/limits';
import { siteUrl } from '../../platform/http/urls';
import { onConnection, toIso } from '../../platform/database/connection';
import { notFound } from '../../platform/errors';
import { services, type Services } from '../../common/services';
import { UID } from '../../platform/strapi/uids';
import { configOf } from '../../config';
import { coverOf } from './covers';
import { bestByLanguage } from '../../platform/text/language';
import { makePreviewToken, readPreviewToken } from './preview-token';
import { selectDocumentStatus, selectEdition, selectSummaries, selectTopics } from './store';
import { articleView, summaryView } from './views';

/** A preview shows no discussion, and takes part in none. */
const NO_COMMENTS: CommentPage = {
  items: [],
  meta: {
    total: 0,
    sort: 'newest',
    limit: LIMITS.commentsPage.default,
    open: false,
    notify: false,
    nextCursor: null,
  },
};

/** Articles as they stand, for who has a link; see `Services` for the contract. */
export const previewsService = ({ strapi }: { strapi: Core.Strapi }): Services['previews'] => {
  const secrets = () => services(strapi).identity.secrets();

  return {
    async link(uid, { documentId, status: asked }) {
      if (uid !== UID.article || documentId === undefined) return null;
      // Strapi asks only whether someone is signed in before it calls the preview's handler.
      if (!(await services(strapi).articles.mayRead(documentId))) return null;
      const { minutes, path } = configOf(strapi).preview;
      const token = makePreviewToken(
        {
          documentId,
          status: asked === 'published' ? 'published' : 'draft',
          expiresAt: new Date(Date.now() + minutes * 60_000),
        },
        secrets()[0] as string
      );
      const at = siteUrl(strapi, path.replace(':documentId', documentId));
      return `${at}${at.includes('?') ? '&' : '?'}token=${token}`;
    },

    async page(articleId, token, languages) {
      const grant = readPreviewToken(token, new Date(), secrets());
      if (grant === null || grant.documentId !== articleId) throw notFound('Preview');
      const { status, expiresAt } = grant;
      const row = await onConnection(strapi, (knex) => selectEdition(knex, articleId, status));
      if (!row) throw notFound('Preview');
      const topics = await onConnection(strapi, (knex) => selectTopics(knex, row.id));
      const summaries = (
        await onConnection(strapi, (knex) => selectSummaries(knex, [articleId], status))
      ).map(summaryView);
      const { articles, claims, stats } = services(strapi);
      const article = {
        ...articleView(row, topics, await coverOf(strapi, row)),
        firstPublishedAt: toIso(row.first_published_at),
      };
      const view: PreviewView = {
        article,
        summary: bestByLanguage(summaries, languages, article.language),
        summaries,
        rating: stats.ratingView(row),
        comments: NO_COMMENTS,
        corrections: (await claims.corrections([articleId])).get(articleId) ?? [],
      };
      const missing = status === 'draft' ? await articles.missingForPublish(articleId) : [];
      const documentStatus = await onConnection(strapi, (knex) =>
        selectDocumentStatus(knex, articleId)
      );
      return {
        view,
        meta: {
          preview: true,
          status,
          documentStatus,
          expiresAt: expiresAt.toISOString(),
          missing,
        },
      };
    },
  };
};
