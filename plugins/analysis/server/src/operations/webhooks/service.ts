import type { Core } from '@strapi/strapi';
import { afterCommit } from '../../platform/database/after-commit';
import { currentAdmin } from '../../platform/strapi/admin-user';
import type { Services } from '../../common/services';
import type { CommentSnapshot } from '../../discussion/comments/api';
import { EVENTS, type EventName } from './event-names';
import { commentPayload } from './payloads';

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
    async comments(what, snapshots) {
      const by = currentAdmin(strapi)?.name ?? null;
      const tell = (name: EventName, some: CommentSnapshot[]) =>
        emit(
          name,
          some.map((comment) => commentPayload(comment, by))
        );
      await tell(`analysis.comment.${what}`, snapshots);
      if (what !== 'created') return;
      // Whoever listens for what is public hears of those that are so from the start.
      await tell(
        'analysis.comment.approved',
        snapshots.filter(({ status }) => status === 'approved')
      );
    },

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
