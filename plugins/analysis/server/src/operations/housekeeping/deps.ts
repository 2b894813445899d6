import type { Core } from '@strapi/strapi';
import type { Services } from '../../common/services';
import type { Ratings } from '../../audience/ratings/api';
import type { Subscriptions } from '../../audience/subscriptions/api';
import type { Notifications } from '../notifications/api';
import type { Stats } from '../../content/stats/api';

export interface HousekeepingDeps {
  strapi: Core.Strapi;
  bans: Services['bans'];
  comments: Services['comments'];
  notifications: Notifications;
  postCache: Services['postCache'];
  ratings: Ratings;
  stats: Stats;
  subscriptions: Subscriptions;
}
