import type { CommentStatus } from '../../../../shared/contracts/comments';
import { onConnection, type Trx } from '../../platform/database/connection';
import type { DocumentId } from '../../platform/strapi/uids';
import { changeStatus } from './change-status';
import { createComment } from './create-comment';
import type { CommentsDeps, CommentSnapshot } from './deps';
import { editComment } from './edit-comment';
import { commentHooks } from './lifecycles';
import { listPage, listPages, listReplies } from './list-comments';
import { discardComment, removeComment } from './remove-comment';
import { deleteComments } from './remove-store';
import { replyAsModerator } from './reply-as-moderator';
import { reportComment } from './report-comment';
import { closeReports } from './reports-store';
import { countComments, forgetNetworks, selectToPurge } from './retention-store';
import { selectSnapshots } from './snapshot-store';
import { recountThreads } from './threads';

export type { Refused, StatusChange, StatusTarget } from './change-status';
export type { Announcement, CommentEvents, CommentSnapshot, StatusCause, StatusMove } from './deps';
export type { Refusal, Seen } from './rules';

/** The moderated discussion of an article. */
export function createComments(deps: CommentsDeps) {
  const { strapi } = deps;
  return {
    /** A page of an article's discussion: threads with their first replies. */
    page: listPage(deps),

    /** The same page of many articles, in a number of queries that does not grow with them. */
    pages: listPages(deps),

    /** Further replies of one thread, flat, oldest first. */
    replies: listReplies(deps),

    /** Takes a reader's comment. @param data as `commentInput` */
    create: createComment(deps),

    /** Changes the text of an author's own comment. @param data as `commentEditInput` */
    edit: editComment(deps),

    /** Takes an author's own comment away: the row, or what is in it where there are replies. */
    remove: removeComment(deps),

    /** Takes a comment away, whoever wrote it. */
    discard: discardComment(deps),

    /** Reports a comment to the moderators. @param data as `reportInput` */
    report: reportComment(deps),

    /** Gives comments other statuses, with all that follows from it. */
    changeStatus: changeStatus(deps),

    /** Writes a moderator's reply, public at once. */
    replyAsModerator: replyAsModerator(deps),

    /** Closes the open reports of some comments; returns how many there were. */
    closeReports: (
      trx: Trx,
      commentIds: DocumentId[],
      verdict: 'dismissed' | 'upheld'
    ): Promise<number> => closeReports(trx, commentIds, verdict),

    /** The current snapshots of comments on public articles, as subscribers of events get them. */
    snapshots: (commentIds: DocumentId[]): Promise<CommentSnapshot[]> =>
      onConnection(strapi, (knex) => selectSnapshots(knex, commentIds)),

    /** Ids of comments that have lain in trash or spam since before a date, oldest first. */
    toPurge: (before: Date, limit: number): Promise<DocumentId[]> =>
      onConnection(strapi, (knex) => selectToPurge(knex, before, limit)),

    /** Forgets where comments and reports older than a date came from; returns how many comments. */
    forgetNetworks: (before: Date): Promise<number> =>
      onConnection(strapi, (knex) => forgetNetworks(knex, before)),

    /** An article's comments by status and visibility, as its rows say. */
    tally: (
      trx: Trx,
      articleId: DocumentId
    ): Promise<{ status: CommentStatus; visible: boolean; count: number }[]> =>
      countComments(trx, articleId),

    /** Counts the replies of an article's threads again; returns whether any was wrong. */
    recountThreads: (trx: Trx, articleId: DocumentId): Promise<boolean> =>
      recountThreads(trx, articleId),

    removeAll: (trx: Trx, articleId: DocumentId): Promise<void> => deleteComments(trx, articleId),

    /** Hooks of the content type. */
    hooks: commentHooks(deps),
  };
}

export type Comments = ReturnType<typeof createComments>;
