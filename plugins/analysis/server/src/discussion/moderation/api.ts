import type { Trx } from '../../platform/database/connection';
import type { DocumentId } from '../../platform/strapi/uids';
import { banAuthor } from './ban-author';
import { closeReports } from './close-reports';
import { decide } from './decide';
import { decideBulk } from './decide-bulk';
import type { ModerationDeps } from './deps';
import { readCounts, readDetail, readQueue, readSummary } from './read-queue';
import {
  readPersonalRecords,
  recordEdit,
  recordEntered,
  recordMoves,
  recordRemoval,
} from './record';
import { deleteEvents } from './record-store';
import { reply } from './reply';
import { undo } from './undo';

/** Decisions on comments, the queue behind them, and the record of both. */
export const createModeration = (deps: ModerationDeps) => ({
  /** A page of the queue under a tab and filters. */
  queue: readQueue(deps),

  /** The number of comments in each tab; with filters at most `LIMITS.queueCount` of each. */
  counts: readCounts(deps),

  /** What waits, and what came in and was decided in the last week. */
  summary: readSummary(deps),

  /** A comment with its record and its thread. */
  detail: readDetail(deps),

  /** Decides on a comment. @param data as `decisionInput` */
  decide: decide(deps),

  /** Decides on many comments, in one transaction. @param data as `bulkInput` */
  decideBulk: decideBulk(deps),

  /** Takes back what was decided together. @param data as `undoInput` */
  undo: undo(deps),

  /** Replies to a comment. @param data as `moderatorReplyInput` */
  reply: reply(deps),

  /** Closes the open reports of a comment. @param data as `reportsDecisionInput` */
  closeReports: closeReports(deps),

  /** Bans the author of a comment, or a typed value. @param data as `banInput` */
  banAuthor: banAuthor(deps),

  /** Adds decisions to the record. */
  recordMoves,

  /** Adds an author's edit to the record. */
  recordEdit,

  /** Adds a comment that an administrator wrote in the content manager to the record. */
  recordEntered,

  /** Removes from a record what quotes a comment's text, and adds that the text was removed. */
  recordRemoval,

  /** What was decided about comments, for those who wrote them: it names no moderator. */
  personalRecords: readPersonalRecords(deps),

  removeAll: (trx: Trx, articleId: DocumentId): Promise<number> => deleteEvents(trx, articleId),
});

export type Moderation = ReturnType<typeof createModeration>;
