import type { Core } from '@strapi/strapi';
import type { Claims } from '../../discussion/claims/api';
import type { Moderation } from '../../discussion/moderation/api';
import type { Comments } from '../../discussion/comments/api';
import type { Subscriptions } from '../../audience/subscriptions/api';

export interface NotificationsDeps {
  strapi: Core.Strapi;
  claims: Claims;
  comments: Pick<Comments, 'snapshots'>;
  moderation: Moderation;
  subscriptions: Subscriptions;
}
