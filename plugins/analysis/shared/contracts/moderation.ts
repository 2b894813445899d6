/**
 * The moderators' desk. All are admin routes; the permission that each needs stands behind it.
 *
 * GET  /analysis/moderation/queue?tab=&…filters&sort=&cursor=&limit=    moderation.read
 * GET  /analysis/moderation/counts?…filters                             moderation.read
 * GET  /analysis/moderation/summary                                     moderation.read
 * GET  /analysis/moderation/articles?ids=a,b                            moderation.read
 * GET  /analysis/moderation/comments/:documentId                        moderation.read
 * PUT  /analysis/comments/:documentId/status                            moderate
 * POST /analysis/moderation/bulk                                        moderate
 * POST /analysis/moderation/undo                                        moderate
 * POST /analysis/moderation/comments/:documentId/replies                moderate
 * PUT  /analysis/moderation/comments/:documentId/reports                moderate
 * GET  /analysis/moderation/bans?cursor=&limit= · POST                  moderation.ban
 * DELETE /analysis/moderation/bans/:documentId · POST /…/restore        moderation.ban
 */
import { z } from 'zod';
import { documentId, line, text } from '../fields';
import { LIMITS } from '../limits';
import { COMMENT_STATUSES, type CommentStatus, type ReportReason } from './comments';
import { BAN_KINDS, QUEUE_FILTERS, QUEUE_SORTS, QUEUE_TABS } from '../vocabulary';
import type { DateTime, Envelope } from './common';

export { BAN_KINDS, QUEUE_FILTERS, QUEUE_SORTS, QUEUE_TABS };
export type QueueTab = (typeof QUEUE_TABS)[number];

export type QueueSort = (typeof QUEUE_SORTS)[number];

export type QueueFilter = (typeof QUEUE_FILTERS)[number];
export type QueueFilters = Partial<Record<QueueFilter, string>>;

/** Why a comment was held or marked on arrival: which phase, and words for a person. */
export interface HeldReason {
  phase: string;
  code: string;
  message: string;
  params?: Record<string, string | number>;
}

export interface ReportView {
  documentId: string;
  reason: ReportReason;
  note: string | null;
  createdAt: DateTime;
}

/** Personal data is masked (`a…@example.com`) without the permission `moderation.personal-data`. */
export interface AuthorCard {
  name: string;
  email: string | null;
  url: string | null;
  /** Keyed hash of the network, to filter by; never an address. */
  network: string | null;
  /** True for a signed-in reader. */
  signedIn: boolean;
  moderator: boolean;
  banned: boolean;
  history: { approved: number; rejected: number; spam: number };
}

/** A comment as a moderator sees it. `contentHash` goes back with the decision. */
export interface QueueCard {
  documentId: string;
  status: CommentStatus;
  visible: boolean;
  deleted: boolean;
  content: string;
  contentHash: string | null;
  language: string | null;
  depth: number;
  createdAt: DateTime;
  editedAt: DateTime | null;
  author: AuthorCard;
  article: {
    documentId: string;
    title: string;
    slug: string | null;
    published: boolean;
    /** Where readers see it; null for one that is not published. */
    address: string | null;
  };
  parent: { documentId: string; author: string; content: string } | null;
  heldReasons: HeldReason[];
  reports: ReportView[];
  /** The last decision, by whom and when. */
  decided: { by: string | null; at: DateTime; reason: string | null } | null;
}

export interface QueueMeta {
  tab: QueueTab;
  sort: QueueSort;
  limit: number;
  nextCursor: string | null;
  /** The server's time of the answer: `until` of a bulk action on what it shows. */
  at: DateTime;
}
export type QueueResponse = Envelope<QueueCard[], QueueMeta>;

/** Of counts under filters no more than `LIMITS.queueCount` are counted. */
export type QueueCounts = Record<QueueTab, number>;
export type CountsResponse = Envelope<QueueCounts, { capped: boolean }>;

/** `edit` is the author's: a new text goes back to pending. */
export const EVENT_KINDS = ['decision', 'undo', 'edit', 'reply', 'reports', 'purge'] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** What the home page's widget says. */
export interface ModerationSummary {
  pending: number;
  /** Since when the longest waiting comment waits. */
  oldest: DateTime | null;
  /** Of the last seven days; decisions are those of people. */
  lastWeek: { arrived: number; decided: number };
}
export type SummaryResponse = Envelope<ModerationSummary>;

/** How many comments articles have, by the article's id; those that are not there are left out. */
export type ArticleCounts = Record<string, Record<CommentStatus, number>>;
export type ArticleCountsResponse = Envelope<ArticleCounts>;

/** One entry of the append-only record. */
export interface ModerationEvent {
  documentId: string;
  kind: EventKind;
  /** Null for the comment's author, or the plugin itself. */
  by: string | null;
  at: DateTime;
  from: CommentStatus | null;
  to: CommentStatus | null;
  reason: string | null;
}

export interface CommentDetail {
  card: QueueCard;
  events: ModerationEvent[];
  /** The whole thread, oldest first, whatever the status. */
  thread: QueueCard[];
}
export type CommentDetailResponse = Envelope<CommentDetail>;

const reason = () => line({ max: LIMITS.moderationReason.max }).nullish();

/** What the moderator had on the screen; a comment that is another by now answers 409. */
const seen = {
  contentHash: line({ max: 64 }).nullish(),
  from: z.enum(COMMENT_STATUSES).nullish(),
};

export const decisionInput = z.strictObject({
  status: z.enum(COMMENT_STATUSES),
  reason: reason(),
  ...seen,
});
export type DecisionInput = z.infer<typeof decisionInput>;

export interface DecisionView {
  documentId: string;
  status: CommentStatus;
  previousStatus: CommentStatus;
  /** Whether the public can see it now. */
  visible: boolean;
  /** Names this decision to `undo`; null when nothing was to change. */
  batch: string | null;
}
export type DecisionResponse = Envelope<DecisionView>;
/** `details` of the 409: the comment as it is now. */
export interface DecisionConflict {
  current: QueueCard;
}

/** Either the comments that were ticked, or all that match a tab and its filters. */
export const bulkInput = z.strictObject({
  status: z.enum(COMMENT_STATUSES),
  reason: reason(),
  items: z
    .array(z.strictObject({ documentId: documentId(), ...seen }))
    .min(1)
    .max(LIMITS.bulk)
    .optional(),
  matching: z
    .strictObject({
      tab: z.enum(QUEUE_TABS),
      filters: z.partialRecord(z.enum(QUEUE_FILTERS), z.string().max(200)).optional(),
      /** The newest that the moderator may have seen; later ones are left alone. */
      until: z.iso.datetime(),
    })
    .optional(),
});
export type BulkInput = z.infer<typeof bulkInput>;

export interface BulkView {
  batch: string | null;
  changed: number;
  /** Comments whose text changed since it was seen, which stay as they are. */
  skipped: string[];
  /** More match than one request changes; send it again. */
  more: boolean;
}
export type BulkResponse = Envelope<BulkView>;

export const undoInput = z.strictObject({ batch: line({ max: 64 }) });
/** `kept` are those that someone has decided on since. */
export interface UndoView {
  undone: number;
  kept: number;
}
export type UndoResponse = Envelope<UndoView>;

/** A moderator's reply is public at once, and approves what it answers. */
export const moderatorReplyInput = z.strictObject({ content: text(LIMITS.comment) });
export type ModeratorReplyResponse = Envelope<QueueCard>;

export const reportsDecisionInput = z.strictObject({ verdict: z.enum(['dismissed', 'upheld']) });
export type ReportsDecisionResponse = Envelope<{ closed: number }>;

export type BanKind = (typeof BAN_KINDS)[number];

/**
 * From a comment's author, or by value: an address, a mail domain, or a network's hash as the desk
 * shows it. `days` null is for good.
 */
export const banInput = z.strictObject({
  kind: z.enum(BAN_KINDS),
  commentId: documentId().optional(),
  value: line({ max: 254 }).optional(),
  days: z.int().min(1).max(3_650).nullish(),
  reason: reason(),
  /** Also moves the author's comments that are not rejected or trashed yet to spam. */
  sweep: z.boolean().optional(),
});
export type BanInput = z.infer<typeof banInput>;

export interface BanView {
  documentId: string;
  kind: BanKind;
  /** What is banned, masked for identities. */
  label: string;
  reason: string | null;
  by: string;
  createdAt: DateTime;
  until: DateTime | null;
}
export type BanResponse = Envelope<BanView, { swept: number }>;
export interface BansMeta {
  limit: number;
  nextCursor: string | null;
}
export type BansResponse = Envelope<BanView[], BansMeta>;
/** Of a lifted ban that is put in force again. */
export type BanRestoreResponse = Envelope<BanView>;
