import type { Core } from '@strapi/strapi';
import type { Services } from '../../common/services';
import type { Stats } from '../../content/stats/api';

export interface HousekeepingDeps {
  strapi: Core.Strapi;
  bans: Services['bans'];
  comments: Services['comments'];
  notices: Services['notices'];
  postCache: Services['postCache'];
  ratings: Services['ratings'];
  stats: Stats;
}
