import type { Core } from '@strapi/strapi';
import {
  bulkInput,
  decisionInput,
  moderatorReplyInput,
  reportsDecisionInput,
  undoInput,
  type QueueTab,
} from '../../../../shared/contracts/moderation';
import type { PersonalEvent } from '../../../../shared/contracts/privacy';
import { fault } from '../../../../shared/faults';
import { LIMITS } from '../../../../shared/limits';
import type { AdminUser } from '../../platform/strapi/admin-user';
import { postLink } from '../../platform/http/urls';
import { inTransaction, onConnection } from '../../platform/database/connection';
import { assertNoFaults, decode, EditedError, notFound } from '../../platform/errors';
import { isDocumentId, randomToken } from '../../platform/security/hash';
import { cutPage, decodeCursor } from '../../platform/http/pagination';
import { services, type CommentState, type Services } from '../../common/services';
import type { DocumentId } from '../../platform/strapi/uids';
import { banAuthor } from './ban-author';
import { cardsOf } from './cards-store';
import {
  countAll,
  countFiltered,
  selectByIds,
  selectMatching,
  selectQueue,
  selectSummary,
  selectThreadOf,
} from './queue-store';
import { isUndoable, refusalOf, type Refusal } from './rules';
import {
  deleteEvents,
  insertEvents,
  selectBatch,
  selectEvents,
  selectLastEvents,
  selectRecords,
  stripEvents,
} from './record-store';

/** Comments of one thread that the desk shows. */
const THREAD = 200;
const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

const WHY: Record<Exclude<Refusal, 'erased'>, string> = {
  changed: 'The text has changed since you saw it',
  decided: 'Someone has decided on this comment meanwhile',
};

/** Decisions on comments and the queue behind them; see `Services` for the contract. */
export const moderationService = ({ strapi }: { strapi: Core.Strapi }): Services['moderation'] => {
  const seenBy = ({ personalData }: AdminUser) => ({
    personalData,
    addressOf: (slug: string) => postLink(strapi, slug),
    bansOf: services(strapi).bans.find,
  });

  const cardOf = async (commentId: DocumentId, moderator: AdminUser) =>
    onConnection(strapi, async (knex) => {
      const [card] = await cardsOf(knex, await selectByIds(knex, [commentId]), seenBy(moderator));
      if (card === undefined) throw notFound('Comment');
      return card;
    });

  return {
    record: (trx, entry) => insertEvents(trx, entry),

    async strip(trx, commentId) {
      await stripEvents(trx, commentId);
    },

    async personalRecords(commentIds) {
      const records = new Map<DocumentId, PersonalEvent[]>();
      const events = await onConnection(strapi, (knex) => selectRecords(knex, commentIds));
      for (const { commentId, kind, createdAt, from, to, reason } of events) {
        const event = { kind, at: createdAt.toISOString(), from, to, reason };
        records.set(commentId, [...(records.get(commentId) ?? []), event]);
      }
      return records;
    },

    async removeAll(trx, articleId) {
      await deleteEvents(trx, articleId);
    },

    async queue(moderator, { tab, filters, sort, limit, cursor }) {
      const keyset = decodeCursor(cursor);
      const at = new Date().toISOString();
      return onConnection(strapi, async (knex) => {
        const rows = await selectQueue(knex, { tab, filters, sort, limit, cursor: keyset });
        const { page, nextCursor } = cutPage(rows, limit);
        return {
          items: await cardsOf(knex, page, seenBy(moderator)),
          meta: { tab, sort, limit, nextCursor, at },
        };
      });
    },

    async counts(filters) {
      const capped = Object.keys(filters).length > 0;
      const counts = await onConnection(strapi, (knex) =>
        capped ? countFiltered(knex, filters, LIMITS.queueCount) : countAll(knex, LIMITS.queueCount)
      );
      return { counts, capped };
    },

    async summary() {
      const since = new Date(Date.now() - WEEK_MS);
      const { pending, oldest, arrived, decided } = await onConnection(strapi, (knex) =>
        selectSummary(knex, since)
      );
      return {
        pending,
        oldest: oldest?.toISOString() ?? null,
        lastWeek: { arrived, decided },
      };
    },

    async detail(moderator, commentId) {
      if (!isDocumentId(commentId)) throw notFound('Comment');
      return onConnection(strapi, async (knex) => {
        const rows = await selectThreadOf(knex, commentId, THREAD);
        const thread = await cardsOf(knex, rows, seenBy(moderator));
        // In a thread that is longer than what is shown it may stand further down.
        const card =
          thread.find(({ documentId }) => documentId === commentId) ??
          (await cardOf(commentId, moderator));
        const events = (await selectEvents(knex, commentId)).map((event) => ({
          documentId: event.documentId,
          kind: event.kind,
          by: event.actorName,
          at: event.createdAt.toISOString(),
          from: event.from,
          to: event.to,
          reason: event.reason,
        }));
        return { card, events, thread };
      });
    },

    async decide(moderator, commentId, data) {
      const { status, reason = null, ...seen } = decode(decisionInput(), data);
      if (!isDocumentId(commentId)) throw notFound('Comment');
      const batch = randomToken();
      const { found, moved, refusal } = await inTransaction(strapi, async (trx) => {
        let met: CommentState | null = null;
        let refused: Refusal | null = null;
        const [changed] = await services(strapi).comments.setStatuses(
          trx,
          [{ documentId: commentId, status }],
          {
            kind: 'decision',
            by: moderator,
            batch,
            reason,
            accepts(comment) {
              met = comment;
              refused = refusalOf(comment, status, seen);
              return refused === null;
            },
          }
        );
        return {
          found: met as CommentState | null,
          moved: changed ?? null,
          refusal: refused as Refusal | null,
        };
      });
      if (found === null) throw notFound('Comment');
      if (refusal === 'erased') {
        assertNoFaults([fault('status', 'not_allowed', 'its author has deleted this comment')]);
      } else if (refusal !== null) {
        throw new EditedError(WHY[refusal], { current: await cardOf(commentId, moderator) });
      }
      return {
        documentId: commentId,
        status,
        previousStatus: found.status,
        visible: (moved ?? found).visible,
        batch: moved === null ? null : batch,
      };
    },

    async bulk(moderator, data) {
      const { status, reason = null, items, matching } = decode(bulkInput(), data);
      if ((items === undefined) === (matching === undefined)) {
        assertNoFaults([fault('items', 'required', 'give either items or matching')]);
      }
      const until = matching ? new Date(matching.until) : null;
      const batch = randomToken();
      return inTransaction(strapi, async (trx) => {
        const ids = matching
          ? await selectMatching(
              trx,
              matching.tab as QueueTab,
              matching.filters ?? {},
              until as Date,
              LIMITS.bulk + 1
            )
          : (items ?? []).map(({ documentId }) => documentId);
        const seen = new Map(items?.map((item) => [item.documentId, item]));
        const skipped: string[] = [];
        const moved = await services(strapi).comments.setStatuses(
          trx,
          ids.slice(0, LIMITS.bulk).map((documentId) => ({ documentId, status })),
          {
            kind: 'decision',
            by: moderator,
            batch,
            reason,
            accepts(comment) {
              const editedSince =
                until !== null && comment.editedAt !== null && comment.editedAt > until;
              const stands =
                refusalOf(comment, status, seen.get(comment.documentId) ?? {}) === null &&
                !editedSince;
              if (!stands) skipped.push(comment.documentId);
              return stands;
            },
          }
        );
        return {
          batch: moved.length > 0 ? batch : null,
          changed: moved.length,
          skipped,
          more: ids.length > LIMITS.bulk,
        };
      });
    },

    async undo(moderator, data) {
      const { batch } = decode(undoInput(), data);
      return inTransaction(strapi, async (trx) => {
        const events = new Map(
          (await selectBatch(trx, batch)).map((event) => [event.commentId, event])
        );
        if (events.size === 0) throw notFound('Decision');
        const moved = await services(strapi).comments.setStatuses(
          trx,
          [...events.values()].flatMap(({ commentId, from }) =>
            from === null ? [] : [{ documentId: commentId, status: from }]
          ),
          {
            kind: 'undo',
            by: moderator,
            batch,
            reason: null,
            accepts(comment) {
              const event = events.get(comment.documentId);
              return (
                event !== undefined &&
                event.to !== null &&
                isUndoable(comment, { to: event.to, contentHash: event.contentHash })
              );
            },
          }
        );
        return { undone: moved.length, kept: events.size - moved.length };
      });
    },

    banAuthor: (moderator, data) => {
      const { bans, comments } = services(strapi);
      return banAuthor({ strapi, bans, comments })(moderator, data);
    },

    async reply(moderator, commentId, data) {
      const { content } = decode(moderatorReplyInput(), data);
      if (!isDocumentId(commentId)) throw notFound('Comment');
      const reply = await inTransaction(strapi, (trx) =>
        services(strapi).comments.answer(trx, moderator, commentId, content)
      );
      return cardOf(reply, moderator);
    },

    async closeReports(moderator, commentId, data) {
      const { verdict } = decode(reportsDecisionInput(), data);
      if (!isDocumentId(commentId)) throw notFound('Comment');
      return inTransaction(strapi, async (trx) => {
        const { comments, stats } = services(strapi);
        const [comment] = await selectByIds(trx, [commentId]);
        if (comment === undefined) throw notFound('Comment');
        // Always the first lock, as everywhere: see `Services.stats.lock`.
        await stats.lock(trx, comment.articleId);
        const closed = await comments.closeReports(trx, [commentId], verdict);
        // Only what the reports hid is shown again: whoever edited meanwhile waits as before.
        const last = (await selectLastEvents(trx, [commentId])).get(commentId);
        const wasHidden = last?.kind === 'reports' && last.to === 'pending';
        const status = verdict === 'upheld' ? 'rejected' : wasHidden ? 'approved' : null;
        if (status !== null) {
          await comments.setStatuses(trx, [{ documentId: commentId, status }], {
            kind: 'reports',
            by: moderator,
            batch: randomToken(),
            reason: null,
            recorded: verdict,
          });
        }
        return { closed };
      });
    },
  };
};
