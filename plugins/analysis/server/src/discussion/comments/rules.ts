import {
  commentInput,
  type CommentInput,
  type CommentStatus,
} from '../../../../shared/contracts/comments';
import type { HeldReason } from '../../../../shared/contracts/moderation';
import { fault, faultsFromZod, type Fault } from '../../../../shared/faults';
import { line } from '../../../../shared/fields';
import { LIMITS } from '../../../../shared/limits';
import { isBlank } from '../../../../shared/text';
import { sha256 } from '../../platform/security/hash';

/** What a thread's rows say about who may see them. */
export interface ThreadRow {
  documentId: string;
  parentId: string | null;
  status: CommentStatus;
  deleted: boolean;
}

/**
 * Which comments of one thread the public may see: those approved under approved ancestors. A
 * tombstone shows only while something below it does, so that it never stands alone.
 * @param rows the whole thread, in any order
 * @returns the documentIds of the visible ones
 */
export function visibleIn(rows: ThreadRow[]): Set<string> {
  const children = new Map<string | null, ThreadRow[]>();
  for (const row of rows) {
    const siblings = children.get(row.parentId);
    if (siblings) siblings.push(row);
    else children.set(row.parentId, [row]);
  }
  const visible = new Set<string>();
  const visit = (row: ThreadRow): boolean => {
    if (row.status !== 'approved') return false;
    const below = (children.get(row.documentId) ?? []).map(visit);
    const shown = !row.deleted || below.includes(true);
    if (shown) visible.add(row.documentId);
    return shown;
  };
  (children.get(null) ?? []).forEach(visit);
  return visible;
}

/**
 * Which status may follow which. Every move can be taken back, so none is final; that a comment
 * stays as it is, is no move.
 */
const TRANSITIONS: Record<CommentStatus, readonly CommentStatus[]> = {
  pending: ['approved', 'rejected', 'spam', 'trash'],
  approved: ['pending', 'rejected', 'spam', 'trash'],
  rejected: ['pending', 'approved', 'spam', 'trash'],
  spam: ['pending', 'approved', 'rejected', 'trash'],
  trash: ['pending', 'approved', 'rejected', 'spam'],
};

/** Whether a comment can be moved: what its author has erased has nothing left to decide about. */
export const canMove = (
  comment: { status: CommentStatus; deleted: boolean },
  to: CommentStatus
): boolean => !comment.deleted && TRANSITIONS[comment.status].includes(to);

/** What the decider had on the screen. */
export interface Seen {
  contentHash?: string | null | undefined;
  from?: CommentStatus | null | undefined;
  /** An undo: it also stays where it has the status already, since somebody decided again. */
  exactly?: boolean;
  /** When it was seen; a text that was edited since was not. */
  at?: Date | null | undefined;
}

/** Why a decision is not carried out: erased, another text by now, or decided by someone else. */
export type Refusal = 'erased' | 'changed' | 'decided';

interface Decidable {
  status: CommentStatus;
  contentHash: string | null;
  editedAt: Date | null;
  deleted: boolean;
}

/** Compares a comment with what the decider saw; null when the decision stands. */
export function refusalOf(
  comment: Decidable,
  to: CommentStatus,
  { contentHash: hash, from, exactly = false, at = null }: Seen = {}
): Refusal | null {
  if (comment.deleted) return 'erased';
  if (hash && hash !== comment.contentHash) return 'changed';
  if (at !== null && comment.editedAt !== null && comment.editedAt > at) return 'changed';
  // Two who decide the same do not disagree.
  const agrees = !exactly && comment.status === to;
  return from && from !== comment.status && !agrees ? 'decided' : null;
}

/**
 * What a decision says of the open reports of its comment: whoever decides has looked at them. One
 * that waits again is not decided on, and keeps them.
 */
export const reportsVerdict = (to: CommentStatus): 'dismissed' | 'upheld' | null => {
  if (to === 'pending') return null;
  return to === 'approved' ? 'dismissed' : 'upheld';
};

/** As what a new status is announced; null for one that waits again. */
export const announcementOf = (to: CommentStatus): 'approved' | 'rejected' | null => {
  if (to === 'pending') return null;
  return to === 'approved' ? 'approved' : 'rejected';
};

/** Hash of a comment's text: what a moderator's decision was about. */
export const contentHash = (content: string): string => sha256(content);

/**
 * What an edit makes of a comment's status: no new text keeps an approval that was given to
 * another. Where comments are published at once, so are edits of those that were public, and
 * those of authors whom triage trusts. Spam stays spam, of which its author knows nothing.
 * @param judged what triage makes of the new text
 */
export function statusAfterEdit(before: CommentStatus, judged: CommentStatus): CommentStatus {
  if (judged === 'spam' || judged === 'rejected') return judged;
  if (before === 'spam') return before;
  return before === 'approved' && judged === 'approved' ? 'approved' : 'pending';
}

/**
 * The status of the empty place that a deleted comment with replies leaves. There is nothing
 * left in it to decide about, so it neither waits in the queue nor hides its replies.
 */
export const tombstoneStatus = (before: CommentStatus): CommentStatus =>
  before === 'pending' ? 'approved' : before;

/** In words for the author. */
export const REASON_FOR_AUTHOR: Record<CommentStatus, string> = {
  pending: 'Your comment is waiting for a moderator. Nobody else can see it until then.',
  approved: 'Your comment is public.',
  rejected: 'This comment was not accepted.',
  spam: 'This comment was taken for spam.',
  trash: 'A moderator removed this comment.',
};

/**
 * Why triage refused a comment, in words for its author; null for the usual ones. What an outside
 * service says is for moderators.
 */
export function refusalForAuthor(status: CommentStatus, reasons: HeldReason[]): string | null {
  const last = reasons.at(-1);
  return status === 'rejected' && last && last.phase !== 'external' ? last.message : null;
}

/** The end of the time in which its author may change a comment; null when that is switched off. */
export const editableUntil = (createdAt: Date, windowMinutes: number): Date | null =>
  windowMinutes === 0 ? null : new Date(createdAt.getTime() + windowMinutes * 60_000);

export interface AuthorKeys {
  userId: string | null;
  editTokenHash: string | null;
}

/**
 * Whether an actor wrote a comment: the same account, or the holder of its edit token.
 * @param by the actor's account and the SHA-256 of the token that came with the request
 */
export const isAuthor = (comment: AuthorKeys, by: AuthorKeys): boolean =>
  (comment.userId !== null && comment.userId === by.userId) ||
  (comment.editTokenHash !== null && comment.editTokenHash === by.editTokenHash);

/** Why an author may not change their comment any more; null when they may. */
export function editRefusal(
  comment: { status: CommentStatus; createdAt: Date },
  now: Date,
  windowMinutes: number
): Fault | null {
  const until = editableUntil(comment.createdAt, windowMinutes);
  if (until === null) return fault([], 'not_allowed', 'Comments cannot be changed here');
  if (now > until) {
    const why = `Comments can be changed for ${windowMinutes} minutes; that time is over`;
    return fault([], 'edit_expired', why, { limit: windowMinutes });
  }
  // The author of spam is answered as if it were pending, here as in the responses.
  if (!['pending', 'approved', 'spam'].includes(comment.status)) {
    return fault([], 'not_allowed', 'A moderator has decided on this comment');
  }
  return null;
}

/**
 * Guests say who they are; a signed-in reader's name and address come from the account, whose name
 * nobody has looked at.
 */
export function authorFaults(input: CommentInput, user: { name: string } | null): Fault[] {
  if (user === null) {
    return input.author === undefined
      ? [fault('author', 'required', 'author is required: name and email')]
      : [];
  }
  if (input.author !== undefined) {
    return [fault('author', 'not_allowed', "is taken from the signed-in reader's account")];
  }
  return isBlank(user.name)
    ? [fault(['author', 'name'], 'required', 'the account has no name that can be seen')]
    : [];
}

/** What an open report counts by. */
export interface OpenReport {
  /** Keyed hash of the network; null where it was deleted, or never stored. */
  network: string | null;
  byAccount: boolean;
}

/**
 * What the open reports of a comment weigh together: a network once, by its weightiest report, as
 * one person can be many visitors and many accounts. Forgotten networks are taken for one.
 */
export function reportWeight(reports: readonly OpenReport[], accountWeight: number): number {
  const weights = new Map<string | null, number>();
  for (const { network, byAccount } of reports) {
    const weight = byAccount ? accountWeight : 1;
    weights.set(network, Math.max(weight, weights.get(network) ?? 0));
  }
  return [...weights.values()].reduce((sum, weight) => sum + weight, 0);
}

/** Whether a moderator has looked at the present text for reports, and let it stand. */
export const isCleared = (comment: {
  contentHash: string | null;
  clearedHash: string | null;
}): boolean => comment.clearedHash !== null && comment.clearedHash === comment.contentHash;

/**
 * Where a reply goes.
 * @param parent the comment replied to, null when nobody may see it
 */
export function replyFaults(parent: { depth: number } | null): Fault[] {
  if (parent === null) {
    return [fault('parent', 'not_found', 'must be a public comment on the same article')];
  }
  return parent.depth + 1 >= LIMITS.commentLevels
    ? [
        fault('parent', 'too_deep', `a discussion has at most ${LIMITS.commentLevels} levels`, {
          limit: LIMITS.commentLevels,
        }),
      ]
    : [];
}

const { content, author } = commentInput.shape;
const { name, email, url } = author.unwrap().shape;
const FIELD_SCHEMAS = {
  content,
  authorName: name,
  authorEmail: email,
  authorUrl: url,
  reason: line({ max: LIMITS.moderationReason.max }),
};

/**
 * Checks the fields that a moderator may change in the content manager or that an import brings,
 * by the same rules as a reader's own.
 * @param data only the fields that are written
 */
export function cleanFields(data: Record<string, unknown>): {
  values: Record<string, unknown>;
  faults: Fault[];
} {
  const values: Record<string, unknown> = {};
  const faults: Fault[] = [];
  for (const [name, schema] of Object.entries(FIELD_SCHEMAS)) {
    if (data[name] === undefined) continue;
    if (data[name] === null && name !== 'content') {
      values[name] = null;
      continue;
    }
    const parsed = schema.safeParse(data[name]);
    if (parsed.success) values[name] = parsed.data ?? null;
    else faults.push(...faultsFromZod(parsed.error, [name]));
  }
  return { values, faults };
}
