import type { Core } from '@strapi/strapi';
import type { CommentStatus } from '../../../../shared/contracts/comments';
import type { EventKind } from '../../../../shared/contracts/moderation';
import type { Subscriptions } from '../../audience/subscriptions/api';
import type { ArticleEvents, Articles } from '../../content/articles/api';
import type { Stats } from '../../content/stats/api';
import type { Trx } from '../../platform/database/connection';
import type { Publisher } from '../../platform/events';
import type { RateLimiter } from '../../platform/security/rate-limiter';
import type { AdminUser } from '../../platform/strapi/admin-user';
import type { DocumentId } from '../../platform/strapi/uids';
import type { Triage } from '../triage/api';

/** A comment as it is given to subscribers of events. */
export interface CommentSnapshot {
  documentId: DocumentId;
  parentId: DocumentId | null;
  status: CommentStatus;
  visible: boolean;
  content: string;
  authorName: string;
  /** Distinguishes authors; never leaves the server. */
  authorKey: string | null;
  moderator: boolean;
  language: string | null;
  createdAt: Date;
  /** Open ones. */
  reports: number;
  article: { documentId: DocumentId; title: string; slug: string; language: string };
}

/** What may be announced of comments. `rejected` stands for spam and trash as well. */
export type Announcement = 'created' | 'approved' | 'rejected' | 'reported';

/** Why comments get other statuses, and by whom. */
export interface StatusCause {
  kind: EventKind;
  /** Null for the plugin itself. */
  by: AdminUser | null;
  /** Names what is undone together: what was decided, or what an undo took back. */
  batch: string | null;
  /** Stored with the comment. */
  reason: string | null;
  /** In the record instead of `reason`. */
  recorded?: string;
}

/** A comment that got another status. */
export interface StatusMove {
  documentId: DocumentId;
  articleId: DocumentId;
  from: CommentStatus;
  to: CommentStatus;
  contentHash: string | null;
  /** Whether the public sees it now. */
  visible: boolean;
}

type Recorded = Pick<StatusMove, 'documentId' | 'articleId' | 'contentHash'>;

/**
 * Emitted in the transaction of the write, under the locks of the articles. Snapshots are only of
 * comments under published articles that their authors have not erased.
 */
export interface CommentEvents {
  /** Comments were written, by readers or moderators. */
  'comment.created': { trx: Trx; snapshots: CommentSnapshot[] };
  /** An administrator wrote one in the content manager, and so decided on its status. */
  'comment.entered': { trx: Trx; by: AdminUser; comment: Recorded & { to: CommentStatus } };
  /** Comments got another status; that one waits again is announced to nobody. */
  'comment.moved': {
    trx: Trx;
    cause: StatusCause;
    moves: StatusMove[];
    approved: CommentSnapshot[];
    rejected: CommentSnapshot[];
  };
  /** Its author changed a comment's text, and with it maybe its status. */
  'comment.edited': {
    trx: Trx;
    comment: Recorded & { from: CommentStatus; to: CommentStatus };
  };
  /** A comment is gone, or only its place is left. */
  'comment.removed': {
    trx: Trx;
    by: AdminUser | null;
    comment: { documentId: DocumentId; articleId: DocumentId; from: CommentStatus };
  };
  /** A reader reported a comment. */
  'comment.reported': { trx: Trx; snapshots: CommentSnapshot[] };
  /** What readers see of the discussions of some articles changed. */
  'discussion.changed': ArticleEvents['discussion.changed'];
}

export interface CommentsDeps {
  strapi: Core.Strapi;
  articles: Articles;
  events: Publisher<CommentEvents>;
  limiter: RateLimiter;
  stats: Stats;
  subscriptions: Pick<Subscriptions, 'offered' | 'subscribe'>;
  triage: Triage;
}
