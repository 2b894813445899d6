import type { Core } from '@strapi/strapi';
import { fromStrapi } from '../../platform/strapi/from-strapi';
import type { IngestResult } from '../../../../shared/contracts/ingest';
import type { RatingView } from '../../../../shared/contracts/ratings';
import { WEBHOOK_EVENTS } from '../../../../shared/vocabulary';
import type { Announcement, CommentSnapshot } from '../../discussion/comments/api';
import type { DocumentId } from '../../platform/strapi/uids';
import { currentAdmin } from '../../platform/strapi/admin-user';
import { emitAfterCommit } from './emit';
import { commentPayload, postPayload, ratingPayload } from './payloads';

/** Tells Strapi's webhooks, once the transaction is committed, what happened. */
/** Strapi's list of webhooks. */
interface WebhookStore {
  addAllowedEvent(key: string, value: string): void;
}

export const createWebhooks = (strapi: Core.Strapi) => ({
  /** @param comments under public articles, as others are told of them */
  async comments(what: Announcement, comments: CommentSnapshot[]): Promise<void> {
    const by = currentAdmin(strapi)?.name ?? null;
    const payloads = comments.map((comment) => commentPayload(comment, by));
    await emitAfterCommit(strapi, `analysis.comment.${what}`, payloads);
    if (what !== 'created') return;
    // Whoever listens for what is public hears of those that are so from the start.
    const approved = payloads.filter(({ comment }) => comment.status === 'approved');
    await emitAfterCommit(strapi, 'analysis.comment.approved', approved);
  },

  /** @param ratingOf each article's rating after the change */
  ratingChanged: (
    articleIds: readonly DocumentId[],
    ratingOf: (articleId: DocumentId) => RatingView
  ): Promise<void> =>
    emitAfterCommit(
      strapi,
      'analysis.rating.changed',
      articleIds.map((articleId) => ratingPayload(articleId, ratingOf(articleId)))
    ),

  postIngested: (result: IngestResult): Promise<void> =>
    emitAfterCommit(strapi, 'analysis.post.ingested', [postPayload(result)]),

  /** For bootstrap: makes the events known to Strapi's webhooks, which refuse any other. */
  allowEvents(): void {
    const store = fromStrapi<WebhookStore>(strapi.get('webhookStore'));
    for (const name of WEBHOOK_EVENTS) store.addAllowedEvent(name, name);
  },
});

export type Webhooks = ReturnType<typeof createWebhooks>;
