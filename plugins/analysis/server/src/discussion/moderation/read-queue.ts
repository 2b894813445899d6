import type {
  CommentDetail,
  ModerationSummary,
  QueueCard,
  QueueCounts,
  QueueFilters,
  QueueMeta,
  QueueSort,
  QueueTab,
} from '../../../../shared/contracts/moderation';
import { LIMITS } from '../../../../shared/limits';
import { onConnection } from '../../platform/database/connection';
import { notFound } from '../../platform/errors';
import { cutPage, decodeCursor } from '../../platform/http/pagination';
import { isDocumentId } from '../../platform/security/hash';
import type { AdminUser } from '../../platform/strapi/admin-user';
import type { DocumentId } from '../../platform/strapi/uids';
import { cardsOf } from './cards-store';
import type { ModerationDeps } from './deps';
import { countAll, countFiltered, selectSummary } from './counts-store';
import { selectQueue, selectThreadOf } from './queue-store';
import { readCard, viewerOf } from './read-card';
import { selectEvents, type EventRow } from './record-store';

/** Comments of one thread that the desk shows. */
const THREAD = 200;
const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

export interface QueueOptions {
  tab: QueueTab;
  filters: QueueFilters;
  sort: QueueSort;
  limit: number;
  cursor?: unknown;
}

/** A page of the queue. @throws ValidationError at `cursor` */
export const readQueue =
  (deps: ModerationDeps) =>
  async (
    moderator: AdminUser,
    { tab, filters, sort, limit, cursor }: QueueOptions
  ): Promise<{ items: QueueCard[]; meta: QueueMeta }> => {
    const keyset = decodeCursor(cursor);
    const at = new Date().toISOString();
    return onConnection(deps.strapi, async (knex) => {
      const rows = await selectQueue(knex, { tab, filters, sort, limit, cursor: keyset });
      const { page, nextCursor } = cutPage(rows, limit);
      return {
        items: await cardsOf(knex, page, viewerOf(deps, moderator)),
        meta: { tab, sort, limit, nextCursor, at },
      };
    });
  };

/** The number of comments in each tab. @returns `capped` where counting stops at a limit */
export const readCounts =
  ({ strapi }: ModerationDeps) =>
  async (filters: QueueFilters): Promise<{ counts: QueueCounts; capped: boolean }> => {
    const capped = Object.keys(filters).length > 0;
    const counts = await onConnection(strapi, (knex) =>
      capped ? countFiltered(knex, filters, LIMITS.queueCount) : countAll(knex, LIMITS.queueCount)
    );
    return { counts, capped };
  };

/** What waits, and what came in and was decided in the last week. */
export const readSummary =
  ({ strapi }: ModerationDeps) =>
  async (): Promise<ModerationSummary> => {
    const since = new Date(Date.now() - WEEK_MS);
    const { pending, oldest, arrived, decided } = await onConnection(strapi, (knex) =>
      selectSummary(knex, since)
    );
    return { pending, oldest: oldest?.toISOString() ?? null, lastWeek: { arrived, decided } };
  };

const eventView = (event: EventRow): CommentDetail['events'][number] => ({
  documentId: event.documentId,
  kind: event.kind,
  by: event.actorName,
  at: event.createdAt.toISOString(),
  from: event.from,
  to: event.to,
  reason: event.reason,
});

/** A comment with its record and its thread. @throws NotFoundError */
export const readDetail =
  (deps: ModerationDeps) =>
  async (moderator: AdminUser, commentId: DocumentId): Promise<CommentDetail> => {
    if (!isDocumentId(commentId)) throw notFound('Comment');
    return onConnection(deps.strapi, async (knex) => {
      const rows = await selectThreadOf(knex, commentId, THREAD);
      const thread = await cardsOf(knex, rows, viewerOf(deps, moderator));
      // In a thread that is longer than what is shown it may stand further down.
      const card =
        thread.find(({ documentId }) => documentId === commentId) ??
        (await readCard(deps, commentId, moderator));
      return { card, events: (await selectEvents(knex, commentId)).map(eventView), thread };
    });
  };
