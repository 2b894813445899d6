import type { PersonalEvent } from '../../../../shared/contracts/privacy';
import { onConnection, type Trx } from '../../platform/database/connection';
import type { DocumentId } from '../../platform/strapi/uids';
import type { CommentEvents, StatusCause, StatusMove } from '../comments/api';
import type { ModerationDeps } from './deps';
import { insertEvents, selectRecords, stripEvents } from './record-store';

/** Adds decisions to the record, of people and of the plugin itself. */
export function recordMoves(
  trx: Trx,
  { kind, by, batch, reason, recorded }: StatusCause,
  moves: readonly StatusMove[]
): Promise<void> {
  return insertEvents(trx, { kind, by, batch, reason: recorded ?? reason, comments: moves });
}

/** Adds an author's edit to the record. */
export const recordEdit = (
  trx: Trx,
  comment: CommentEvents['comment.edited']['comment']
): Promise<void> =>
  insertEvents(trx, { kind: 'edit', by: null, batch: null, reason: null, comments: [comment] });

/** Adds a comment that an administrator wrote in the content manager to the record. */
export const recordEntered = (
  trx: Trx,
  { by, comment }: Pick<CommentEvents['comment.entered'], 'by' | 'comment'>
): Promise<void> =>
  insertEvents(trx, {
    ...{ kind: 'decision', by, batch: null, reason: null },
    comments: [{ ...comment, from: null }],
  });

/**
 * Removes from a record what quotes a comment's text, and adds that the text was removed.
 * @param removed `by` null for the comment's author, or the plugin itself
 */
export async function recordRemoval(
  trx: Trx,
  { by, comment }: Pick<CommentEvents['comment.removed'], 'by' | 'comment'>
): Promise<void> {
  await stripEvents(trx, comment.documentId);
  await insertEvents(trx, {
    ...{ kind: 'purge', by, batch: null, reason: null },
    comments: [{ ...comment, to: null, contentHash: null }],
  });
}

/** What was decided about comments, for those who wrote them: it names no moderator. */
export const readPersonalRecords =
  ({ strapi }: ModerationDeps) =>
  async (commentIds: DocumentId[]): Promise<Map<DocumentId, PersonalEvent[]>> => {
    const records = new Map<DocumentId, PersonalEvent[]>();
    const events = await onConnection(strapi, (knex) => selectRecords(knex, commentIds));
    for (const { commentId, kind, createdAt, from, to, reason } of events) {
      const event = { kind, at: createdAt.toISOString(), from, to, reason };
      records.set(commentId, [...(records.get(commentId) ?? []), event]);
    }
    return records;
  };
