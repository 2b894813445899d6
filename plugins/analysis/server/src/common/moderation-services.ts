import type { Triage } from '../discussion/triage/api';

import type { Notifications } from '../operations/notifications/api';
import type { Subscriptions } from '../audience/subscriptions/api';
import type { Bans } from '../discussion/bans/api';
import type { Claims } from '../discussion/claims/api';
import type { Moderation } from '../discussion/moderation/api';
import type { Privacy } from '../operations/privacy/api';
import type { Webhooks } from '../operations/webhooks/api';
import type { Housekeeping } from '../operations/housekeeping/api';

/** What the rooms around moderation offer; see `Services`. */
export interface ModerationServices {
  claims: Claims;
  moderation: Moderation;
  triage: Triage;
  bans: Bans;
  events: Webhooks;
  subscriptions: Subscriptions;
  notifications: Notifications;
  privacy: Privacy;
  housekeeping: Housekeeping;
}
