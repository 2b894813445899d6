import type { QueueCard } from '../../../../shared/contracts/moderation';
import { onConnection } from '../../platform/database/connection';
import { notFound } from '../../platform/errors';
import { postLink } from '../../platform/http/urls';
import type { AdminUser } from '../../platform/strapi/admin-user';
import type { DocumentId } from '../../platform/strapi/uids';
import { cardsOf, type Viewer } from './cards-store';
import type { ModerationDeps } from './deps';
import { selectByIds } from './queue-store';

/** What a card shows beside the columns of its comment. */
export const viewerOf = (
  { bans, strapi }: ModerationDeps,
  { personalData }: AdminUser
): Viewer => ({
  personalData,
  addressOf: (slug) => postLink(strapi, slug),
  bansOf: bans.find,
});

/** A comment as a moderator sees it. @throws NotFoundError */
export const readCard = (
  deps: ModerationDeps,
  commentId: DocumentId,
  moderator: AdminUser
): Promise<QueueCard> =>
  onConnection(deps.strapi, async (knex) => {
    const rows = await selectByIds(knex, [commentId]);
    const [card] = await cardsOf(knex, rows, viewerOf(deps, moderator));
    if (card === undefined) throw notFound('Comment');
    return card;
  });
