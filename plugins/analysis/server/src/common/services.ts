import type { Core } from '@strapi/strapi';
import type { IngestResult, PostPreview } from '../../../shared/contracts/ingest';
import type { DocumentId } from '../platform/strapi/uids';
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
import type { Post } from '../pipeline/ingest/read-post';

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
  ingest: {
    /**
     * Stores one generated post as a draft.
     * @param post the JSON form (checked here) or the plain-text page shape
     * @param options.force overwrite what a person edited since
     * @param options.by the administrator whose the article is, for roles that see their own only
     * @param options.assertMayUpdate throws where the caller may not change the article that is there
     */
    ingest(
      post: Post,
      options?: {
        force?: boolean | undefined;
        by?: number | undefined;
        assertMayUpdate?: (articleId: DocumentId) => Promise<void>;
      }
    ): Promise<IngestResult>;
    /** What `ingest` would make of a post. Nothing is stored, and faults are listed. */
    preview(post: Post): Promise<PostPreview>;
    /**
     * Bytes as text, by their byte order mark, the charset given, or UTF-8.
     * @throws ValidationError where they are not in that encoding
     */
    decode(bytes: Uint8Array, charset: string | null): string;
  };
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
