import type { MyRatingView } from '../../../../shared/contracts/ratings';
import { inTransaction } from '../../platform/database/connection';
import type { DocumentId } from '../../platform/strapi/uids';
import type { Actor } from '../identity/api';
import type { RatingsDeps } from './deps';
import { deleteVote, selectVote } from './store';

/** Takes an actor's vote back, if there is one. @throws NotFoundError unless published */
export const withdrawVote =
  ({ articles, events, stats, strapi }: RatingsDeps) =>
  (actor: Actor, articleId: DocumentId): Promise<MyRatingView> =>
    inTransaction(strapi, async (trx) => {
      await articles.lockPublished(trx, articleId);
      const before = await selectVote(trx, articleId, actor.keys);
      if (before === null) return { ...(await stats.rating(articleId)), mine: null };
      await deleteVote(trx, before.id);
      await stats.moveVotes(trx, [{ articleId, from: before.value, to: null }]);
      const rating = await stats.rating(articleId);
      await events.emit('rating.changed', { articleIds: [articleId], ratingOf: () => rating });
      return { ...rating, mine: null };
    });
