/**
 * GET    /articles/:documentId/comments?sort=&limit=&cursor=&thread=
 * POST   /articles/:documentId/comments
 * PATCH  /comments/:documentId
 * DELETE /comments/:documentId
 * POST   /comments/:documentId/reports
 */
import { z } from 'zod';
import { documentId, email, line, text, webUrl } from '../fields';
import { LIMITS } from '../limits';
import { COMMENT_SORTS, COMMENT_STATUSES, REPORT_REASONS } from '../vocabulary';
import type { DateTime, Envelope } from './common';

export { COMMENT_SORTS, COMMENT_STATUSES, REPORT_REASONS };
export type CommentStatus = (typeof COMMENT_STATUSES)[number];

export type ReportReason = (typeof REPORT_REASONS)[number];

export type CommentSort = (typeof COMMENT_SORTS)[number];

/** An empty string stands for "not given": it is what an empty form field sends. */
const optional = <T extends z.ZodType>(schema: T) =>
  z
    .union([z.literal('').transform(() => undefined), z.null().transform(() => undefined), schema])
    .optional();

export const guestInput = z.strictObject({
  name: line(LIMITS.authorName),
  email: email(),
  url: optional(webUrl()),
});
export type GuestInput = z.infer<typeof guestInput>;

/** `author` is for guests only: a signed-in user's name and address come from the account. */
export const commentInput = z.strictObject({
  content: text(LIMITS.comment),
  parent: optional(documentId()),
  author: guestInput.optional(),
  /** Of a field that people do not see: whatever fills it in is not one. */
  homepage: z.string().max(2_000).optional(),
  /** From `GET /comment-token`: says when the form was shown. */
  formToken: z.string().max(200).optional(),
  /** Asks for mail on approval and replies; it comes once the address is confirmed. */
  notify: z.boolean().optional(),
});
export type CommentInput = z.infer<typeof commentInput>;

export const commentEditInput = z.strictObject({ content: text(LIMITS.comment) });
export type CommentEditInput = z.infer<typeof commentEditInput>;

export const reportInput = z.strictObject({
  reason: z.enum(REPORT_REASONS),
  note: optional(text(LIMITS.reportNote)),
});
export type ReportInput = z.infer<typeof reportInput>;

/** What anyone may see of a comment. A deleted one with replies stays as a tombstone. */
export interface CommentView {
  documentId: string;
  parent: string | null;
  /** 0 for a root comment. */
  depth: number;
  /** `moderator` is shown as a badge. */
  author: { name: string; url: string | null; moderator: boolean } | null;
  /** Plain text; null on a tombstone. */
  content: string | null;
  /** The same as safe HTML: paragraphs, line breaks and links marked nofollow ugc. */
  contentHtml: string | null;
  createdAt: DateTime;
  editedAt: DateTime | null;
  deleted: boolean;
}

export interface CommentNode extends CommentView {
  replies: CommentNode[];
}

/** A root comment with the first replies of its thread. */
export interface CommentThread extends CommentNode {
  /** Visible replies in the whole thread, at any depth. */
  replyTotal: number;
  /** Pass as `cursor` with `thread=documentId` for the replies that did not fit, else null. */
  repliesCursor: string | null;
}

export interface CommentPageMeta {
  /** Visible comments of the article, replies included. */
  total: number;
  sort: CommentSort;
  limit: number;
  /** Whether the article still takes comments. */
  open: boolean;
  /** Whether a comment's author may ask for mail on approval and replies. */
  notify: boolean;
  /** Null on the last page. */
  nextCursor: string | null;
}

export type CommentPage = { items: CommentThread[]; meta: CommentPageMeta };
export type CommentPageResponse = Envelope<CommentThread[], CommentPageMeta>;

/** A page of one thread's further replies: flat, oldest first; parents always come earlier. */
export type ReplyPage = {
  items: CommentView[];
  meta: { nextCursor: string | null; limit: number };
};

/** What the author gets back: their own comment, whatever its status. */
export interface CommentReceipt extends CommentView {
  status: CommentStatus;
  /** Why it has that status, in words for the author. */
  reason: string;
}

export interface CommentReceiptMeta {
  /** Send as `X-Analysis-Edit-Token` to edit or delete; shown once. */
  editToken?: string;
  editableUntil?: DateTime;
  /** Where `notify` was asked for: `confirm` means that a mail with a link is on its way. */
  notify?: 'on' | 'confirm';
}

export type CommentReceiptResponse = Envelope<CommentReceipt, CommentReceiptMeta>;
export type ReportResponse = Envelope<{ reported: true }>;
