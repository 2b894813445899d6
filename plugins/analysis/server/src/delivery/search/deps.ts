import type { Core } from '@strapi/strapi';
import type { Slugs } from '../../content/slugs/api';
import type { Stats } from '../../content/stats/api';
import type { RateLimiter } from '../../platform/security/rate-limiter';
import type { Posts } from '../posts/api';

export interface SearchDeps {
  strapi: Core.Strapi;
  limiter: RateLimiter;
  posts: Posts;
  slugs: Slugs;
  stats: Stats;
}
