import type { Core } from '@strapi/strapi';
import type { Stats } from '../../content/stats/api';
import type { Bans } from '../bans/api';
import type { Comments } from '../comments/api';

export interface ModerationDeps {
  strapi: Core.Strapi;
  bans: Bans;
  comments: Comments;
  stats: Stats;
}
