import type { Core } from '@strapi/strapi';
import type { Services } from '../../common/services';
import type { Comments } from '../../discussion/comments/api';
import type { Subscriptions } from '../../audience/subscriptions/api';

export interface NotificationsDeps {
  strapi: Core.Strapi;
  claims: Services['claims'];
  comments: Pick<Comments, 'snapshots'>;
  moderation: Services['moderation'];
  subscriptions: Subscriptions;
}
