import type { Core } from '@strapi/strapi';
import type { ModerationServices } from './moderation-services';
import type { Access } from '../audience/access/api';
import type { Comments } from '../discussion/comments/api';
import type { Identity } from '../audience/identity/api';
import type { Ratings } from '../audience/ratings/api';
import type { RateLimiter } from '../platform/security/rate-limiter';
import type { Articles } from '../content/articles/api';
import type { Slugs } from '../content/slugs/api';
import type { Sources } from '../content/sources/api';
import type { Stats } from '../content/stats/api';
import type { Summaries } from '../content/summaries/api';
import type { Topics } from '../content/topics/api';
import type { ApiDocs } from '../delivery/api-docs/api';
import type { Posts } from '../delivery/posts/api';
import type { ResponseCache } from '../delivery/response-cache/api';
import type { Search } from '../delivery/search/api';
import type { Syndication } from '../delivery/syndication/api';
import type { Ingest } from '../pipeline/ingest/api';

export type * from './service-types';

/**
 * What the rooms offer each other, the doors (REST, GraphQL, admin, command line) and the
 * reader. Articles are named by documentId; a method that acts on an article or comment throws
 * NotFoundError unless the public may see it.
 */
export interface Services extends ModerationServices {
  search: Search;
  syndication: Syndication;
  identity: Identity;
  limits: RateLimiter;
  access: Access;
  articles: Articles;
  slugs: Slugs;
  sources: Sources;
  summaries: Summaries;
  topics: Topics;
  stats: Stats;
  ratings: Ratings;
  comments: Comments;
  posts: Posts;
  postCache: ResponseCache;
  previews: { link: Posts['previewLink']; page: Posts['preview'] };
  ingest: Ingest;
  openapi: ApiDocs;
}

const found = new WeakMap<Core.Strapi, Services>();

/** The plugin's services, typed; each is looked up in Strapi's registry when it is first used. */
export function services(strapi: Core.Strapi): Services {
  let known = found.get(strapi);
  if (known === undefined) {
    known = new Proxy<Record<string | symbol, unknown>>(
      {},
      { get: (kept, name) => (kept[name] ??= strapi.plugin('analysis').service(String(name))) }
    ) as unknown as Services;
    found.set(strapi, known);
  }
  return known;
}
