import type { CommentStatus } from '../../../../shared/contracts/comments';
import type { Trx } from '../../platform/database/connection';
import type { DocumentId } from '../../platform/strapi/uids';
import type { CommentsDeps, StatusCause, StatusMove } from './deps';
import { closeReports } from './reports-store';
import {
  announcementOf,
  canMove,
  refusalOf,
  reportsVerdict,
  type Refusal,
  type Seen,
} from './rules';
import { selectSnapshots } from './snapshot-store';
import { lockComments, selectArticlesOf, updateStatuses, type CommentRow } from './store';
import { settleThreads } from './threads';

/** A comment that is to get a status. */
export interface StatusTarget {
  documentId: DocumentId;
  status: CommentStatus;
  /** What the decider saw; it is refused where that is not so any more. */
  seen?: Seen | undefined;
}

export interface Refused {
  documentId: DocumentId;
  refusal: Refusal;
}

/** What became of a change; comments that are not there are in none of the lists. */
export interface StatusChange {
  moved: StatusMove[];
  /** Those that have the status already. */
  unchanged: { documentId: DocumentId; visible: boolean }[];
  refused: Refused[];
}

interface Decided {
  comment: CommentRow;
  to: CommentStatus;
}

/** Ids by the status that their comments get. */
function byStatus(decided: readonly Decided[]): Map<CommentStatus, DocumentId[]> {
  const groups = new Map<CommentStatus, DocumentId[]>();
  for (const { comment, to } of decided) {
    groups.set(to, [...(groups.get(to) ?? []), comment.documentId]);
  }
  return groups;
}

/** Emits `comment.moved`; reads snapshots in one query, and only of moves that are announced. */
async function announce(
  { events }: CommentsDeps,
  trx: Trx,
  cause: StatusCause,
  moves: StatusMove[]
): Promise<void> {
  const ids = (what: 'approved' | 'rejected') =>
    moves.filter(({ to }) => announcementOf(to) === what).map(({ documentId }) => documentId);
  const approved = new Set(ids('approved'));
  const announced = [...approved, ...ids('rejected')];
  const snapshots = announced.length === 0 ? [] : await selectSnapshots(trx, announced);
  await events.emit('comment.moved', {
    trx,
    cause,
    moves,
    approved: snapshots.filter(({ documentId }) => approved.has(documentId)),
    rejected: snapshots.filter(({ documentId }) => !approved.has(documentId)),
  });
}

/**
 * Changes the status of comments. The desk, the content manager, reports, bans and undo all call
 * this: visibility and counters change in the same transaction, open reports are closed, and
 * `comment.moved` is emitted. The number of statements does not grow with the comments.
 */
export const changeStatus =
  (deps: CommentsDeps) =>
  async (trx: Trx, targets: readonly StatusTarget[], cause: StatusCause): Promise<StatusChange> => {
    const wanted = new Map(targets.map((target) => [target.documentId, target]));
    const ids = [...wanted.keys()];
    await deps.stats.lockMany(trx, await selectArticlesOf(trx, ids));
    const decided: Decided[] = [];
    const refused: Refused[] = [];
    for (const comment of await lockComments(trx, ids)) {
      const target = wanted.get(comment.documentId);
      if (target === undefined) continue;
      const { status: to, seen } = target;
      const refusal = refusalOf(comment, to, seen);
      if (refusal === null) decided.push({ comment, to });
      else refused.push({ documentId: comment.documentId, refusal });
    }
    for (const [status, those] of byStatus(decided)) {
      const verdict = reportsVerdict(status);
      if (verdict !== null) await closeReports(trx, those, verdict);
    }
    const unchanged = decided
      .filter(({ comment, to }) => !canMove(comment, to))
      .map(({ comment: { documentId, visible } }) => ({ documentId, visible }));
    const moving = decided.filter(({ comment, to }) => canMove(comment, to));
    if (moving.length === 0) return { moved: [], unchanged, refused };
    for (const [status, those] of byStatus(moving)) {
      await updateStatuses(trx, those, { status, reason: cause.reason });
    }
    const visible = await settleThreads(
      deps,
      trx,
      moving.map(({ comment, to }) => ({ before: comment, from: comment.status, to }))
    );
    const moved = moving.map(({ comment, to }) => ({
      documentId: comment.documentId,
      articleId: comment.articleId,
      from: comment.status,
      to,
      contentHash: comment.contentHash,
      visible: visible.has(comment.documentId),
    }));
    await announce(deps, trx, cause, moved);
    return { moved, unchanged, refused };
  };
