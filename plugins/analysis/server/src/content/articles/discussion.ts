import { discussionInput, type DiscussionView } from '../../../../shared/contracts/discussion';
import { inTransaction, onConnection } from '../../platform/database/connection';
import { decode, notFound } from '../../platform/errors';
import { isDocumentId } from '../../platform/security/hash';
import type { DocumentId } from '../../platform/strapi/uids';
import { configOf } from '../../config';
import type { ArticlesDeps } from './deps';
import { isDiscussionOpen } from './rules';
import { selectDiscussion, updateDiscussion } from './store';

/** Whether an article takes comments. @throws NotFoundError when there is not even a draft */
export const readDiscussion =
  ({ strapi }: ArticlesDeps) =>
  async (articleId: DocumentId): Promise<DiscussionView> => {
    const row = isDocumentId(articleId)
      ? await onConnection(strapi, (knex) => selectDiscussion(knex, articleId))
      : null;
    if (row === null) throw notFound('Article');
    const { discussionClosed: closed, published } = row;
    const { closeAfterDays } = configOf(strapi).comments;
    const open = published && isDiscussionOpen(row, closeAfterDays, new Date());
    return { closed, published, open };
  };

/**
 * Closes or opens an article's discussion. Holds at once, and publishes nothing else of the draft.
 * @param data as `discussionInput`
 * @throws ValidationError; NotFoundError when there is not even a draft
 */
export const setDiscussion =
  (deps: ArticlesDeps) =>
  async (articleId: DocumentId, data: unknown): Promise<DiscussionView> => {
    const { events, stats, strapi } = deps;
    const { closed } = decode(discussionInput, data);
    if (!isDocumentId(articleId)) throw notFound('Article');
    await inTransaction(strapi, async (trx) => {
      await stats.lock(trx, articleId);
      if ((await selectDiscussion(trx, articleId)) === null) throw notFound('Article');
      await updateDiscussion(trx, articleId, closed);
      await events.emit('discussion.changed', { articleIds: [articleId] });
    });
    return readDiscussion(deps)(articleId);
  };
