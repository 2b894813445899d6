import type { Core } from '@strapi/strapi';
import type { Services } from '../../common/services';
import type { Subscriptions } from '../../audience/subscriptions/api';

export interface NotificationsDeps {
  strapi: Core.Strapi;
  claims: Services['claims'];
  comments: Pick<Services['events'], 'read'>;
  moderation: Services['moderation'];
  subscriptions: Subscriptions;
}
