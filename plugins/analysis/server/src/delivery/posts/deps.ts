import type { Core } from '@strapi/strapi';
import type { Claims } from '../../discussion/claims/api';
import type { Comments } from '../../discussion/comments/api';
import type { Articles } from '../../content/articles/api';
import type { Slugs } from '../../content/slugs/api';
import type { Stats } from '../../content/stats/api';

export interface PostsDeps {
  strapi: Core.Strapi;
  articles: Articles;
  claims: Claims;
  comments: Comments;
  slugs: Slugs;
  stats: Stats;
}
