import type { Core } from '@strapi/strapi';
import type { ResponseCache } from '../../delivery/response-cache/api';
import type { Bans } from '../../discussion/bans/api';
import type { Comments } from '../../discussion/comments/api';
import type { Ratings } from '../../audience/ratings/api';
import type { Subscriptions } from '../../audience/subscriptions/api';
import type { Notifications } from '../notifications/api';
import type { Stats } from '../../content/stats/api';

export interface HousekeepingDeps {
  strapi: Core.Strapi;
  bans: Bans;
  comments: Comments;
  notifications: Notifications;
  responseCache: ResponseCache;
  ratings: Ratings;
  stats: Stats;
  subscriptions: Subscriptions;
}
