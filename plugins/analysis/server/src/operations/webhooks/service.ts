import type { Core } from '@strapi/strapi';
import { afterCommit } from '../../platform/database/after-commit';
import { onConnection } from '../../platform/database/connection';
import { currentAdmin } from '../../platform/strapi/admin-user';
import { services, type AnnouncedComment, type Services } from '../../common/services';
import { EVENTS, type EventName } from './event-names';
import { commentPayload } from './payloads';
import { selectAnnounced } from '../../discussion/comments/snapshot-store';

/** Tells others what has happened; see `Services` for the contract. */
export const eventsService = ({ strapi }: { strapi: Core.Strapi }): Services['events'] => {
  /** Strapi's webhooks listen on its event hub. */
  const emit = async (name: EventName, payloads: object[]): Promise<void> => {
    if (payloads.length === 0) return;
    await afterCommit(strapi, async () => {
      for (const payload of payloads) await strapi.eventHub.emit(name, payload);
    });
  };

  return {
    async comments(trx, what, documentIds) {
      if (documentIds.length === 0) return;
      await this.announce(trx, what, await selectAnnounced(trx, documentIds));
    },

    async announce(trx, what, comments) {
      if (comments.length === 0) return;
      const by = currentAdmin(strapi)?.name ?? null;
      await services(strapi).notifications.enqueueForComments(trx, what, comments);
      const tell = (name: EventName, some: AnnouncedComment[]) =>
        emit(
          name,
          some.map((comment) => commentPayload(comment, by))
        );
      await tell(`analysis.comment.${what}`, comments);
      if (what !== 'created') return;
      // Whoever listens for what is public hears of those that are so from the start.
      await tell(
        'analysis.comment.approved',
        comments.filter(({ status }) => status === 'approved')
      );
    },

    read: (commentIds) => onConnection(strapi, (knex) => selectAnnounced(knex, commentIds)),

    ratings: (articleIds, ratingOf) =>
      emit(
        'analysis.rating.changed',
        articleIds.map((documentId) => ({ article: { documentId }, rating: ratingOf(documentId) }))
      ),

    ingested: ({ outcome, documentId, slug, title }) =>
      emit('analysis.post.ingested', [{ outcome, article: { documentId, slug, title } }]),
  };
};

/** Makes the events known to Strapi's webhooks, which refuse any other. */
export function allowEvents(strapi: Core.Strapi): void {
  const store = strapi.get('webhookStore') as {
    addAllowedEvent(key: string, value: string): void;
  };
  for (const name of EVENTS) store.addAllowedEvent(name, name);
}
