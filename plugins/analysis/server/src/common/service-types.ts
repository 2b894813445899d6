import type { CommentStatus } from '../../../shared/contracts/comments';
import type { EventKind } from '../../../shared/contracts/moderation';
import type { AdminUser } from '../platform/strapi/admin-user';
import type { DocumentId } from '../platform/strapi/uids';

export type { PublishedArticle } from '../content/articles/api';

/** Narrows a list of claims; empty ones are left out. */
export interface ClaimFilters {
  article?: DocumentId;
  q?: string;
}

export type { CommentDeltas } from '../content/stats/api';

export interface StatusTarget {
  documentId: DocumentId;
  status: CommentStatus;
}

/** What a decision on a comment has to look at. */
export interface CommentState {
  documentId: DocumentId;
  articleId: DocumentId;
  status: CommentStatus;
  contentHash: string | null;
  editedAt: Date | null;
  visible: boolean;
  deleted: boolean;
}

/** A comment that got another status. */
export interface MovedComment {
  documentId: DocumentId;
  articleId: DocumentId;
  from: CommentStatus;
  to: CommentStatus;
  contentHash: string | null;
  visible: boolean;
}

/** Why comments get other statuses, and by whom. */
export interface StatusChange {
  kind: EventKind;
  /** Null for the plugin itself. */
  by: AdminUser | null;
  /** Names what is undone together: what was decided, or what an undo took back. */
  batch: string | null;
  /** Kept with the comment. */
  reason: string | null;
  /** In the record instead of `reason`. */
  recorded?: string;
  /** Asked of each comment as it is once it is locked. */
  accepts?: (comment: CommentState) => boolean;
}

/** What a room keeps of an e-mail address beside comments; see `privacy/parts.ts`. */
export interface PersonalPart<Kept> {
  /** Everything, for the person; whatever the case of the address. */
  ofAddress(email: string): Promise<Kept[]>;
  /** Takes away what may go. */
  forgetAddress(email: string): Promise<{ erased: number; kept: number }>;
}

/** Something to keep in the record of decisions. */
export interface RecordEntry {
  kind: EventKind;
  /** Null for the comment's author, or the plugin itself. */
  by: AdminUser | null;
  batch: string | null;
  reason: string | null;
  comments: (Pick<MovedComment, 'documentId' | 'articleId' | 'contentHash'> & {
    /** Null where the comment came with this entry. */
    from: CommentStatus | null;
    /** Null where it went. */
    to: CommentStatus | null;
  })[];
}

/** A comment as others are told of it. */
export interface AnnouncedComment {
  documentId: DocumentId;
  parentId: DocumentId | null;
  status: CommentStatus;
  visible: boolean;
  content: string;
  authorName: string;
  /** To tell one author from another; it is not told. */
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
