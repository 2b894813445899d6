import type { CommentStatus } from '../../../shared/contracts/comments';
import type { EventKind } from '../../../shared/contracts/moderation';
import type { TriagePolicy } from '../triage/policy';
import type { Verdict } from '../triage/types';
import type { Moderator } from './actor';
import type { DocumentId } from './uids';

/** What others need to know of an article that is public. */
export interface PublishedArticle {
  documentId: DocumentId;
  title: string;
  slug: string;
  language: string;
  contentHash: string;
  firstPublishedAt: Date | null;
  /** By an editor. */
  discussionClosed: boolean;
  generatorModel: string | null;
  promptVersion: string | null;
}

/** Narrows a list of claims; empty ones are left out. */
export interface ClaimFilters {
  article?: DocumentId;
  q?: string;
}

/** What an article's comment counters move by. */
export interface CommentDeltas {
  byStatus?: Partial<Record<CommentStatus, number>>;
  visible?: number;
}

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

/** What is kept of one comment, for the person who wrote it. */
export interface PersonalComment {
  documentId: DocumentId;
  articleId: DocumentId;
  createdAt: string;
  editedAt: string | null;
  status: CommentStatus;
  content: string;
  name: string | null;
  url: string | null;
  networkHash: string | null;
  browser: string | null;
}

/** What triage knows of a comment before its article's lock is taken. */
export interface TriageGround {
  policy: TriagePolicy;
  /** Attempts within the policy's window before this one. */
  recent: { byIdentity: number; byNetwork: number };
  /** What an outside service said; null when none was asked. */
  external: Verdict | null;
}

/** Something to keep in the record of decisions. */
export interface RecordEntry {
  kind: EventKind;
  /** Null for the comment's author, or the plugin itself. */
  by: Moderator | null;
  batch: string | null;
  reason: string | null;
  comments: Pick<MovedComment, 'documentId' | 'articleId' | 'from' | 'to' | 'contentHash'>[];
}
