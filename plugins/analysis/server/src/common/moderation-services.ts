import type {
  ClaimCard,
  ClaimCounts,
  ClaimsMeta,
  ClaimStatus,
  CorrectionView,
} from '../../../shared/contracts/claims';
import type { IngestResult } from '../../../shared/contracts/ingest';
import type { Triage } from '../discussion/triage/api';
import type {
  BanView,
  BulkView,
  CommentDetail,
  DecisionView,
  ModerationSummary,
  QueueCard,
  QueueCounts,
  QueueFilters,
  QueueMeta,
  QueueSort,
  QueueTab,
  UndoView,
} from '../../../shared/contracts/moderation';
import type { ErasureView, PersonalEvent, PersonalPage } from '../../../shared/contracts/privacy';

import type { Notifications } from '../operations/notifications/api';
import type { Subscriptions } from '../audience/subscriptions/api';
import type { Bans } from '../discussion/bans/api';
import type { Housekeeping } from '../operations/housekeeping/api';
import type { RatingView } from '../../../shared/contracts/ratings';
import type { Actor } from '../audience/identity/api';
import type { AdminUser } from '../platform/strapi/admin-user';
import type { AnnouncedComment, Announcement, ClaimFilters, RecordEntry } from './service-types';
import type { DocumentId } from '../platform/strapi/uids';
import type { Trx } from '../platform/database/connection';

/** What the rooms around moderation offer; see `Services`. */
export interface ModerationServices {
  claims: {
    removeAll(trx: Trx, articleId: DocumentId): Promise<void>;
    /**
     * @param data as `claimInput`
     * @throws ClashError when the actor has reported this passage before
     */
    report(actor: Actor, articleId: DocumentId, data: unknown): Promise<void>;
    /** Public corrections of published articles, newest first, in one query. */
    corrections(articleIds: DocumentId[]): Promise<Map<DocumentId, CorrectionView[]>>;
    list(options: {
      status: ClaimStatus;
      filters: ClaimFilters;
      sort: QueueSort;
      limit: number;
      cursor?: string | null | undefined;
    }): Promise<{ items: ClaimCard[]; meta: ClaimsMeta }>;
    /** Up to `LIMITS.queueCount` of each. */
    counts(filters: ClaimFilters): Promise<ClaimCounts>;
    /**
     * @param data as `claimDecisionInput`
     * @throws EditedError with the claim as it is, when it is not what the moderator saw
     */
    decide(moderator: AdminUser, claimId: DocumentId, data: unknown): Promise<ClaimCard>;
  };
  moderation: {
    removeAll(trx: Trx, articleId: DocumentId): Promise<void>;
    /** Adds to the record of decisions. */
    record(trx: Trx, entry: RecordEntry): Promise<void>;
    /** Takes what tells of a comment's text out of its record. */
    strip(trx: Trx, commentId: DocumentId): Promise<void>;
    /** What was decided about comments, for those who wrote them: it names no moderator. */
    personalRecords(commentIds: DocumentId[]): Promise<Map<DocumentId, PersonalEvent[]>>;
    queue(
      moderator: AdminUser,
      options: {
        tab: QueueTab;
        filters: QueueFilters;
        sort: QueueSort;
        limit: number;
        cursor?: string | null | undefined;
      }
    ): Promise<{ items: QueueCard[]; meta: QueueMeta }>;
    /** Under filters, up to `LIMITS.queueCount` of each. */
    counts(filters: QueueFilters): Promise<{ counts: QueueCounts; capped: boolean }>;
    summary(): Promise<ModerationSummary>;
    detail(moderator: AdminUser, commentId: DocumentId): Promise<CommentDetail>;
    /**
     * @param data as `decisionInput`
     * @throws EditedError with the comment as it is, when it is not what the moderator saw
     */
    decide(moderator: AdminUser, commentId: DocumentId, data: unknown): Promise<DecisionView>;
    /** In one transaction. @param data as `bulkInput` */
    bulk(moderator: AdminUser, data: unknown): Promise<BulkView>;
    /** @param data as `banInput` */
    banAuthor(moderator: AdminUser, data: unknown): Promise<{ ban: BanView; swept: number }>;
    /** @param data as `undoInput` */
    undo(moderator: AdminUser, data: unknown): Promise<UndoView>;
    /** Public at once, and approves what it answers. @param data as `moderatorReplyInput` */
    reply(moderator: AdminUser, commentId: DocumentId, data: unknown): Promise<QueueCard>;
    /** @param data as `reportsDecisionInput` */
    closeReports(
      moderator: AdminUser,
      commentId: DocumentId,
      data: unknown
    ): Promise<{ closed: number }>;
  };
  triage: Triage;
  bans: Bans;
  events: {
    /** Tells webhooks, and those who get mail, once the transaction is committed. */
    comments(trx: Trx, what: Announcement, commentIds: DocumentId[]): Promise<void>;
    /** The same of comments under public articles that the caller has at hand. */
    announce(trx: Trx, what: Announcement, comments: AnnouncedComment[]): Promise<void>;
    /** Comments under public articles as others are told of them, as they are now. */
    read(commentIds: DocumentId[]): Promise<AnnouncedComment[]>;
    ratings(
      articleIds: readonly DocumentId[],
      ratingOf: (articleId: DocumentId) => RatingView
    ): Promise<void>;
    ingested(result: IngestResult): Promise<void>;
  };
  subscriptions: Subscriptions;
  notifications: Notifications;
  privacy: {
    /** A page of what is kept under an address. @param data as `personalExportInput` */
    export(data: unknown): Promise<PersonalPage>;
    /** All of it as the text of a JSON file, page by page. @param data `{ email }` */
    file(data: unknown): AsyncIterable<string>;
    /**
     * Takes away comments under an address, as their author could, up to `LIMITS.erasure` at a
     * time, and what the other rooms keep of it. @param data as `personalAddressInput`
     */
    erase(data: unknown): Promise<ErasureView>;
  };
  housekeeping: Housekeeping;
}
