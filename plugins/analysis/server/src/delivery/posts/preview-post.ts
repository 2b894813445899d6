import type { CommentPage } from '../../../../shared/contracts/comments';
import type {
  PreviewMeta,
  PreviewStatus,
  PreviewView,
} from '../../../../shared/contracts/previews';
import { LIMITS } from '../../../../shared/limits';
import { onConnection, toIso } from '../../platform/database/connection';
import { notFound } from '../../platform/errors';
import { siteUrl } from '../../platform/http/urls';
import { currentSecret, secretsOf } from '../../platform/security/secrets';
import { UID, type DocumentId } from '../../platform/strapi/uids';
import { bestByLanguage } from '../../platform/text/language';
import { configOf } from '../../config';
import { coverOf } from './cover';
import type { PostsDeps } from './deps';
import { makePreviewToken, readPreviewToken } from './preview-token';
import {
  selectDocumentStatus,
  selectEdition,
  selectSummaries,
  selectTopics,
  type PostRow,
} from './store';
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

/**
 * Makes a link to an article as it stands, for the administrator behind the current request.
 * @returns null for another type, or who may not read the article in the content manager
 */
export const linkPreview =
  ({ articles, strapi }: PostsDeps) =>
  async (
    uid: string,
    { documentId, status }: { documentId?: DocumentId; status?: string }
  ): Promise<string | null> => {
    if (uid !== UID.article || documentId === undefined) return null;
    // Strapi asks only whether someone is signed in before it calls the preview's handler.
    if (!(await articles.mayRead(documentId))) return null;
    const { minutes, path } = configOf(strapi).preview;
    const token = makePreviewToken(
      {
        documentId,
        status: status === 'published' ? 'published' : 'draft',
        expiresAt: new Date(Date.now() + minutes * 60_000),
      },
      currentSecret(strapi)
    );
    const at = siteUrl(strapi, path.replace(':documentId', documentId));
    return `${at}${at.includes('?') ? '&' : '?'}token=${token}`;
  };

/**
 * What a preview link shows.
 * @param languages BCP 47 tags in order of preference
 * @throws NotFoundError when the token does not open this article, or there is none
 */
export const previewPost =
  (deps: PostsDeps) =>
  async (
    articleId: DocumentId,
    token: string,
    languages: string[]
  ): Promise<{ view: PreviewView; meta: PreviewMeta }> => {
    const { articles, strapi } = deps;
    const grant = readPreviewToken(token, new Date(), secretsOf(strapi));
    if (grant === null || grant.documentId !== articleId) throw notFound('Preview');
    const { status, expiresAt } = grant;
    const row = await onConnection(strapi, (knex) => selectEdition(knex, articleId, status));
    if (!row) throw notFound('Preview');
    const view = await viewOf(deps, row, status, languages);
    const missing = status === 'draft' ? await articles.missingForPublish(articleId) : [];
    const documentStatus = await onConnection(strapi, (knex) =>
      selectDocumentStatus(knex, articleId)
    );
    const meta = { status, documentStatus, expiresAt: expiresAt.toISOString(), missing };
    return { view, meta: { preview: true, ...meta } };
  };

async function viewOf(
  { claims, stats, strapi }: PostsDeps,
  row: PostRow,
  status: PreviewStatus,
  languages: string[]
): Promise<PreviewView> {
  const articleId = row.document_id;
  const topics = await onConnection(strapi, (knex) => selectTopics(knex, row.id));
  const summaries = (
    await onConnection(strapi, (knex) => selectSummaries(knex, [articleId], status))
  ).map(summaryView);
  const article = {
    ...articleView(row, topics, await coverOf(strapi, row)),
    firstPublishedAt: toIso(row.first_published_at),
  };
  return {
    article,
    summary: bestByLanguage(summaries, languages, article.language),
    summaries,
    rating: stats.ratingView(row),
    comments: NO_COMMENTS,
    corrections: (await claims.corrections([articleId])).get(articleId) ?? [],
  };
}
