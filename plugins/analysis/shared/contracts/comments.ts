/**
 * GET    /articles/:documentId/comments?sort=&limit=&cursor=&thread=
 * POST   /articles/:documentId/comments
 * PATCH  /comments/:documentId
 * DELETE /comments/:documentId
 * POST   /comments/:documentId/reports
 */
import { z } from 'zod';
import { documentId, email, line, text, typedWebUrl } from '../fields';
import { LIMITS } from '../limits';
import { COMMENT_SORTS, COMMENT_STATUSES, REPORT_REASONS } from '../vocabulary';
import { amount, dateTime, envelope, id, nextCursor } from './common';
import { input, view } from './named-schemas';

export { COMMENT_SORTS, COMMENT_STATUSES, REPORT_REASONS };
export type CommentStatus = (typeof COMMENT_STATUSES)[number];

export type ReportReason = (typeof REPORT_REASONS)[number];

export type CommentSort = (typeof COMMENT_SORTS)[number];

/** An empty string stands for "not given": it is what an empty form field sends. */
const optional = <T extends z.ZodType>(schema: T) =>
  z
    .union([z.literal('').transform(() => undefined), z.null().transform(() => undefined), schema])
    .optional();

const trap = () =>
  z
    .string()
    .max(2_000)
    .optional()
    .describe('Of a field that people do not see: whatever fills it in is not one.');

export const guestInput = input(
  'GuestInput',
  z.strictObject({
    name: line(LIMITS.authorName),
    email: email().describe('Never shown to anyone but moderators.'),
    url: optional(typedWebUrl()),
  })
);
export type GuestInput = z.infer<typeof guestInput>;

export const commentInput = input(
  'CommentInput',
  z.strictObject({
    content: text(LIMITS.comment).describe('Plain text.'),
    parent: optional(documentId()).describe('The comment that this one answers.'),
    author: guestInput
      .optional()
      .describe('For guests only: a signed-in user’s name and address come from the account.'),
    homepage: trap(),
    formToken: z
      .string()
      .max(200)
      .optional()
      .describe('From `GET /comment-token`: says when the form was shown.'),
    notify: z
      .boolean()
      .optional()
      .describe(
        'Asks for mail on approval and replies; it comes once the address is confirmed, and asks for that once the comment is public.'
      ),
  })
);
export type CommentInput = z.infer<typeof commentInput>;

export const commentEditInput = input(
  'CommentEditInput',
  z.strictObject({ content: text(LIMITS.comment) })
);
export type CommentEditInput = z.infer<typeof commentEditInput>;

export const reportInput = input(
  'ReportInput',
  z.strictObject({
    reason: z.enum(REPORT_REASONS),
    note: optional(text(LIMITS.reportNote)),
  })
);
export type ReportInput = z.infer<typeof reportInput>;

const commentFields = {
  documentId: id(),
  parent: z.string().nullable().describe('The comment that this one answers; null for a root.'),
  depth: z.int().min(0).describe('0 for a root comment.'),
  author: z
    .object({
      name: z.string(),
      url: z.string().nullable(),
      moderator: z.boolean().describe('Shown as a badge.'),
    })
    .nullable()
    .describe('Null on a tombstone.'),
  content: z.string().nullable().describe('Plain text; null on a tombstone.'),
  contentHtml: z
    .string()
    .nullable()
    .describe('The same as safe HTML: paragraphs, line breaks and links marked nofollow ugc.'),
  createdAt: dateTime(),
  editedAt: dateTime().nullable(),
  deleted: z.boolean(),
};

export const commentView = view(
  'Comment',
  z
    .object(commentFields)
    .describe('What anyone may see of a comment. A deleted one with replies stays as a tombstone.')
);
export type CommentView = z.infer<typeof commentView>;

/** Written out, as TypeScript cannot infer a type from itself. */
export interface CommentNode extends CommentView {
  replies: CommentNode[];
}
export const commentNode: z.ZodType<CommentNode> = view(
  'CommentNode',
  z.object({
    ...commentFields,
    get replies() {
      return z.array(commentNode);
    },
  })
);

export const commentThread = view(
  'CommentThread',
  z
    .object({
      ...commentFields,
      replies: z.array(commentNode),
      replyTotal: amount().describe(
        'Replies in the whole thread, at any depth; as in `meta.total`, the place of a deleted one is none.'
      ),
      repliesCursor: z
        .string()
        .nullable()
        .describe(
          'Send as `cursor` with `thread=documentId` for the replies that did not fit, else null.'
        ),
    })
    .describe('A root comment with the first replies of its thread.')
);
export type CommentThread = z.infer<typeof commentThread>;

export const commentPageMeta = view(
  'CommentPageMeta',
  z.object({
    total: amount().describe('Visible comments of the article, replies included.'),
    sort: z.enum(COMMENT_SORTS),
    limit: amount(),
    open: z.boolean().describe('Whether the article still takes comments.'),
    notify: z
      .boolean()
      .describe('Whether a comment’s author may ask for mail on approval and replies.'),
    nextCursor: nextCursor(),
  })
);
export type CommentPageMeta = z.infer<typeof commentPageMeta>;

export const commentPage = z.object({ items: z.array(commentThread), meta: commentPageMeta });
export type CommentPage = z.infer<typeof commentPage>;
export const commentPageResponse = view(
  'CommentPage',
  envelope(z.array(commentThread), commentPageMeta)
);
export type CommentPageResponse = z.infer<typeof commentPageResponse>;

const replyPageMeta = z.object({ nextCursor: nextCursor(), limit: amount() });
/** A page of one thread's further replies: flat, oldest first; parents always come earlier. */
export const replyPageResponse = view(
  'ReplyPage',
  envelope(z.array(commentView), replyPageMeta).describe(
    'Further replies of one thread: flat, oldest first; parents always come earlier.'
  )
);
export type ReplyPage = { items: CommentView[]; meta: z.infer<typeof replyPageMeta> };

export const commentReceipt = view(
  'CommentReceipt',
  z
    .object({
      ...commentFields,
      status: z.enum(COMMENT_STATUSES),
      reason: z.string().describe('Why it has that status, in words for the author.'),
    })
    .describe('What the author gets back: their own comment, whatever its status.')
);
export type CommentReceipt = z.infer<typeof commentReceipt>;

export const commentReceiptMeta = z.object({
  editToken: z
    .string()
    .optional()
    .describe('Send as `X-Analysis-Edit-Token` to edit or delete; shown once.'),
  editableUntil: dateTime().optional(),
  notify: z
    .enum(['on', 'confirm'])
    .optional()
    .describe(
      'Where `notify` was asked for: `confirm` means that a mail with a link comes once the comment is public.'
    ),
});
export type CommentReceiptMeta = z.infer<typeof commentReceiptMeta>;

export const commentReceiptResponse = envelope(commentReceipt, commentReceiptMeta);
export type CommentReceiptResponse = z.infer<typeof commentReceiptResponse>;
export const reportResponse = envelope(z.object({ reported: z.literal(true) }));
export type ReportResponse = z.infer<typeof reportResponse>;
