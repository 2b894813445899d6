import type { Core } from '@strapi/strapi';
import type {
  CommentPage,
  CommentReceipt,
  CommentReceiptMeta,
  CommentSort,
  CommentStatus,
  ReplyPage,
} from '../../../shared/contracts/comments';
import type { IngestResult, PostPreview } from '../../../shared/contracts/ingest';
import type { Actor } from '../audience/identity/actor';
import type { AdminUser } from '../platform/strapi/admin-user';
import type { MovedComment, StatusChange, StatusTarget } from './service-types';
import type { DocumentId } from '../platform/strapi/uids';
import type { Trx } from '../platform/database/connection';
import type { ModerationServices } from './moderation-services';
import type { Access } from '../audience/access/api';
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
  comments: {
    removeAll(trx: Trx, articleId: DocumentId): Promise<void>;
    /**
     * @param options.checked the article, as read in this very request and public, with how many
     *   comments it shows
     */
    page(
      articleId: DocumentId,
      options?: {
        sort?: CommentSort;
        limit?: number;
        cursor?: string | null;
        checked?: { discussionOpen: boolean; commentCount: number };
      }
    ): Promise<CommentPage>;
    /**
     * The same page of many articles, in a number of queries that does not grow with them or
     * their comments; those that are not published are left out.
     */
    pages(
      articleIds: DocumentId[],
      options?: { sort?: CommentSort; limit?: number; cursor?: string | null }
    ): Promise<Map<DocumentId, CommentPage>>;
    /** Ids of comments that have lain in trash or spam since before a date, oldest first. */
    toPurge(before: Date, limit: number): Promise<DocumentId[]>;
    /** Forgets where comments and reports older than a date came from; returns how many comments. */
    forgetNetworks(before: Date): Promise<number>;
    /** An article's comments by status and visibility, as its rows say. */
    tally(
      trx: Trx,
      articleId: DocumentId
    ): Promise<{ status: CommentStatus; visible: boolean; count: number }[]>;
    /** Counts the replies of an article's threads again; returns whether any was wrong. */
    recountThreads(trx: Trx, articleId: DocumentId): Promise<boolean>;
    /** Further replies of one thread, flat, oldest first. */
    replies(
      articleId: DocumentId,
      threadId: DocumentId,
      options?: { limit?: number; cursor?: string | null }
    ): Promise<ReplyPage>;
    /** @param data as `commentInput` */
    create(
      actor: Actor,
      articleId: DocumentId,
      data: unknown
    ): Promise<{ receipt: CommentReceipt; meta: CommentReceiptMeta }>;
    /** @param data as `commentEditInput` */
    edit(
      actor: Actor,
      commentId: DocumentId,
      data: unknown,
      editToken: string | null
    ): Promise<{ receipt: CommentReceipt; meta: CommentReceiptMeta }>;
    /** Removes the row, or leaves a tombstone when there are replies. */
    remove(actor: Actor, commentId: DocumentId, editToken: string | null): Promise<void>;
    /**
     * @param data as `reportInput`
     * @throws ClashError when the actor has reported this comment before
     */
    report(actor: Actor, commentId: DocumentId, data: unknown): Promise<void>;
    /**
     * Gives comments other statuses, with all that follows from it: the public view, counters,
     * reports, record, announcements, triage. The number of statements does not grow with them.
     * @returns those that moved
     */
    setStatuses(trx: Trx, targets: StatusTarget[], change: StatusChange): Promise<MovedComment[]>;
    /**
     * A moderator's reply: public at once; what it answers is approved when it waits.
     * @returns the reply's id
     */
    answer(
      trx: Trx,
      moderator: AdminUser,
      commentId: DocumentId,
      content: string
    ): Promise<DocumentId>;
    /** Takes a comment away, whoever wrote it: the row, or what is in it where there are replies. */
    discard(commentId: DocumentId): Promise<void>;
    /** Closes the open reports of some comments; returns how many there were. */
    closeReports(
      trx: Trx,
      commentIds: DocumentId[],
      verdict: 'dismissed' | 'upheld'
    ): Promise<number>;
  };
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
