import type {
  ClaimCard,
  ClaimCounts,
  ClaimsMeta,
  ClaimStatus,
  CorrectionView,
} from '../../../shared/contracts/claims';
import type { IngestResult } from '../../../shared/contracts/ingest';
import type { Triage } from '../discussion/triage/api';
import type { QueueSort } from '../../../shared/contracts/moderation';
import type { ErasureView, PersonalPage } from '../../../shared/contracts/privacy';

import type { Notifications } from '../operations/notifications/api';
import type { Subscriptions } from '../audience/subscriptions/api';
import type { Bans } from '../discussion/bans/api';
import type { Announcement, CommentSnapshot } from '../discussion/comments/api';
import type { Moderation } from '../discussion/moderation/api';
import type { Housekeeping } from '../operations/housekeeping/api';
import type { RatingView } from '../../../shared/contracts/ratings';
import type { Actor } from '../audience/identity/api';
import type { AdminUser } from '../platform/strapi/admin-user';
import type { ClaimFilters } from './service-types';
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
  moderation: Moderation;
  triage: Triage;
  bans: Bans;
  events: {
    /** Tells webhooks once the transaction is committed. */
    comments(what: Announcement, snapshots: CommentSnapshot[]): Promise<void>;
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
