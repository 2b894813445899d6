import type { IngestResult } from '../../../shared/contracts/ingest';
import type { Triage } from '../discussion/triage/api';

import type { Notifications } from '../operations/notifications/api';
import type { Subscriptions } from '../audience/subscriptions/api';
import type { Bans } from '../discussion/bans/api';
import type { Announcement, CommentSnapshot } from '../discussion/comments/api';
import type { Claims } from '../discussion/claims/api';
import type { Moderation } from '../discussion/moderation/api';
import type { Privacy } from '../operations/privacy/api';
import type { Housekeeping } from '../operations/housekeeping/api';
import type { RatingView } from '../../../shared/contracts/ratings';
import type { DocumentId } from '../platform/strapi/uids';

/** What the rooms around moderation offer; see `Services`. */
export interface ModerationServices {
  claims: Claims;
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
  privacy: Privacy;
  housekeeping: Housekeeping;
}
