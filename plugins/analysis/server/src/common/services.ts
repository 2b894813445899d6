import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import type {
  CommentPage,
  CommentReceipt,
  CommentReceiptMeta,
  CommentSort,
  ReplyPage,
} from '../../../shared/contracts/comments';
import type { IngestResult, PostPreview } from '../../../shared/contracts/ingest';
import type { DiscussionView } from '../../../shared/contracts/discussion';
import type { ArticleCounts } from '../../../shared/contracts/moderation';
import type { PostCacheView } from '../../../shared/contracts/post-cache';
import type { PostCard, PostView, Ranking, SummaryView } from '../../../shared/contracts/posts';
import type { PreviewMeta, PreviewView } from '../../../shared/contracts/previews';
import type { MyRatingView, RatingView } from '../../../shared/contracts/ratings';
import type { Fault } from '../../../shared/faults';
import type { Actor, Moderator } from '../audience/identity/actor';
import type {
  CommentDeltas,
  MovedComment,
  PublishedArticle,
  StatusChange,
  StatusTarget,
} from './service-types';
import type { DocumentId } from '../platform/strapi/uids';
import type { Trx } from '../platform/database/connection';
import type { ModerationServices } from './moderation-services';
import type { PublicAnswer } from '../platform/http/public-response';
import type { OpenapiDocument } from '../platform/openapi/document';
import type { RatingCounters } from '../content/stats/rules';
import type { SearchServices } from './search-services';
import type { ArticleSummary } from '../content/summaries/rules';
import type { Strategy } from '../audience/access/public-role';
import type { Post } from '../pipeline/ingest/read-post';

export type * from './service-types';

/**
 * What the rooms offer each other, the doors (REST, GraphQL, admin, command line) and the
 * reader. Articles are named by documentId; a method that acts on an article or comment throws
 * NotFoundError unless the public may see it.
 */
export interface Services extends ModerationServices, SearchServices {
  identity: {
    /** Finds out who a request comes from; the same for one request, however often it is asked. */
    identify(ctx: Context): Actor;
    /** What tokens are signed with: the first signs, all verify. */
    secrets(): string[];
    /** Gives a guest the token by which they are known again (cookie and header). */
    handOut(ctx: Context, actor: Actor): void;
  };
  limits: {
    /**
     * Counts one more attempt, over all instances where Redis is configured.
     * @param name what is counted, such as `comments`
     * @param key who is counted: a keyed hash, never an address
     * @returns attempts within the window that began with the first, this one included
     */
    take(name: string, key: string, windowSeconds: number): Promise<number>;
    /**
     * Counts one more attempt, and refuses those beyond a bound until its window ends.
     * @param bound `most` 0 is none: then nothing is counted
     * @param why a sentence for the reader
     * @throws RateLimitError, see `tooMany`
     */
    enforce(
      name: string,
      key: string,
      bound: { most: number; seconds: number },
      why: string
    ): Promise<void>;
    /** Ends the connection to Redis, if there is one. */
    close(): Promise<void>;
  };
  access: {
    /** Lets callers without credentials in, by what the public role may do. */
    publicStrategy: Strategy;
    /**
     * For doors that Strapi's router does not guard, such as the reader.
     * @throws ForbiddenError unless the caller's role holds the content-API action.
     */
    assertAllowed(ctx: Context, action: string): Promise<void>;
    /** What the caller may read of what stands around posts: `rating.find`, `comment.find`. */
    sees(ctx: Context): Promise<{ ratings: boolean; comments: boolean }>;
    /** The public role's permissions, or its members', have changed. */
    forgetPublic(): void;
  };
  articles: {
    /** @throws NotFoundError unless the article is published */
    assertPublished(articleId: DocumentId): Promise<PublishedArticle>;
    /** Those of some articles that are published, in one query. */
    published(articleIds: DocumentId[]): Promise<Map<DocumentId, PublishedArticle>>;
    /**
     * The same for a write: takes the article's lock first, so that it stays public until the
     * transaction ends.
     */
    lockPublished(trx: Trx, articleId: DocumentId): Promise<PublishedArticle>;
    /**
     * The same for several, locked in one order; what is not public is left out.
     * @returns the articles, with what is counted of their votes
     * @throws NotFoundError when one is withdrawn while it is given a row to lock
     */
    lockAllPublished(
      trx: Trx,
      articleIds: DocumentId[]
    ): Promise<{
      published: Map<DocumentId, PublishedArticle>;
      held: Map<DocumentId, RatingCounters>;
    }>;
    /** What a draft still lacks before it can be published. */
    missing(articleId: DocumentId): Promise<Fault[]>;
    /** Whether the administrator behind the current request may read the article's text. */
    mayRead(articleId: DocumentId): Promise<boolean>;
    /** Whether comments are taken. @throws NotFoundError when there is not even a draft */
    discussion(articleId: DocumentId): Promise<DiscussionView>;
    /** Holds at once, and publishes nothing else of the draft. @param data as `discussionInput` */
    setDiscussion(articleId: DocumentId, data: unknown): Promise<DiscussionView>;
  };
  slugs: {
    /** Takes an address that an editor chose. @throws ClashError when another article has it */
    claim(trx: Trx, articleId: DocumentId, slug: string): Promise<void>;
    /** Takes the first free address that a title gives, or a short id. */
    claimFromTitle(
      trx: Trx,
      articleId: DocumentId,
      from: { title: string; language: string | null }
    ): Promise<string>;
    /** Records the public one for redirects and gives back those that never were public. */
    settle(
      trx: Trx,
      articleId: DocumentId,
      slugs: { used: string[]; published: string | null }
    ): Promise<void>;
    removeAll(trx: Trx, articleId: DocumentId): Promise<void>;
    /** The article that has, or once had, the slug in public. */
    articleOf(slug: string): Promise<DocumentId | null>;
  };
  sources: {
    canonicalUrl(link: string): string;
    findArticle(
      key: { url: string } | { title: string; language: string }
    ): Promise<DocumentId | null>;
    /** @throws ClashError at originalLink when another article was made from the story */
    claimUrl(trx: Trx, articleId: DocumentId, link: string): Promise<void>;
    /** The key of a post without a link. @throws ClashError at title */
    claimTitle(
      trx: Trx,
      articleId: DocumentId,
      key: { title: string; language: string }
    ): Promise<void>;
    /** Gives back the links that the article no longer carries. */
    settle(trx: Trx, articleId: DocumentId, links: string[]): Promise<void>;
    removeAll(trx: Trx, articleId: DocumentId): Promise<void>;
  };
  summaries: {
    /** Writes the rows of an article's summaries as its editions carry them; null: no edition. */
    writeEditions(
      trx: Trx,
      articleId: DocumentId,
      editions: Record<'draft' | 'published', readonly ArticleSummary[] | null>
    ): Promise<void>;
    removeAll(trx: Trx, articleId: DocumentId): Promise<void>;
  };
  topics: {
    /** The row ids of topics by name; those that are not there are made, as subjects. */
    ensure(trx: Trx, names: string[]): Promise<number[]>;
  };
  stats: {
    removeAll(trx: Trx, articleId: DocumentId): Promise<void>;
    /**
     * Makes writers of one article's votes, comments and summaries wait for each other until the
     * transaction ends. Always the first lock that a transaction takes.
     */
    lock(trx: Trx, articleId: DocumentId): Promise<void>;
    /** Makes the article's row when it has none. */
    ensure(trx: Trx, articleId: DocumentId): Promise<void>;
    /**
     * Moves votes: null as `from` is a new one, null as `to` a withdrawn one. Their articles' rows
     * are there, as whoever holds their locks has seen to.
     */
    moveVotes(
      trx: Trx,
      moves: readonly { articleId: DocumentId; from: number | null; to: number | null }[]
    ): Promise<void>;
    /** Locks the rows of those of some articles that have one, and tells what is counted there. */
    lockRatings(trx: Trx, articleIds: DocumentId[]): Promise<Map<DocumentId, RatingCounters>>;
    /**
     * `moveVotes` under the locks of `lockRatings`.
     * @returns the ratings after it, also of articles whose votes were not moved
     */
    countVotes(
      trx: Trx,
      held: ReadonlyMap<DocumentId, RatingCounters>,
      moves: readonly { articleId: DocumentId; from: number | null; to: number | null }[]
    ): Promise<(articleId: DocumentId) => RatingView>;
    /** `lock` for several articles, in one order. */
    lockAll(trx: Trx, articleIds: DocumentId[]): Promise<void>;
    /** Adds to the articles' comment counters; deleted comments are not counted. */
    moveComments(trx: Trx, deltas: ReadonlyMap<DocumentId, CommentDeltas>): Promise<void>;
    /** The article's rating, zero for an article without a row. */
    rating(articleId: DocumentId): Promise<RatingView>;
    /** The public form of counters that were read in a join with the stats table. */
    viewOf(row: Partial<Record<string, unknown>>): RatingView;
    /** The same for many articles in one query. */
    ratings(articleIds: DocumentId[]): Promise<(articleId: DocumentId) => RatingView>;
    /** How many comments articles have by status, in one query; unknown articles are left out. */
    comments(articleIds: DocumentId[]): Promise<ArticleCounts>;
    /** How many comments each of some articles shows; those that show none may be left out. */
    visibleComments(articleIds: DocumentId[]): Promise<Map<DocumentId, number>>;
    /** Counts everything again from the rows; returns how many articles were wrong. */
    recount(): Promise<{ articles: number; corrected: number }>;
  };
  ratings: {
    removeAll(trx: Trx, articleId: DocumentId): Promise<void>;
    /** @param actor null leaves `mine` null, for answers that belong to no one person */
    view(articleId: DocumentId, actor: Actor | null): Promise<MyRatingView>;
    /** The actor's own votes on many articles, in one query. */
    mine(actor: Actor, articleIds: DocumentId[]): Promise<Map<DocumentId, number>>;
    /** @param data as `rateInput` */
    rate(actor: Actor, articleId: DocumentId, data: unknown): Promise<MyRatingView>;
    withdraw(actor: Actor, articleId: DocumentId): Promise<MyRatingView>;
  };
  comments: {
    removeAll(trx: Trx, articleId: DocumentId): Promise<void>;
    /** Whether an article still takes comments. */
    isOpen(article: { discussionClosed: boolean; firstPublishedAt: Date | null }): boolean;
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
        checked?: {
          discussionClosed: boolean;
          firstPublishedAt: Date | null;
          commentCount: number;
        };
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
      moderator: Moderator,
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
  posts: {
    /** A post, or an entry of a list, without what its caller may not read (`access.sees`). */
    seenPost(post: PostView, sees: { ratings: boolean; comments: boolean }): PostView;
    seenCard<Card extends PostCard>(
      card: Card,
      sees: { ratings: boolean; comments: boolean }
    ): Card;
    /** A link to a post's page: absolute, as far as the configuration tells. */
    url(slug: string): string;
    /**
     * The whole page of a published article.
     * @param languages BCP 47 tags in order of preference
     * @returns `moved` when the slug is an earlier one of a published article
     */
    page(
      slug: string,
      languages: string[]
    ): Promise<
      { kind: 'post'; post: PostView } | { kind: 'moved'; slug: string } | { kind: 'missing' }
    >;
    /**
     * Says which of an article's summaries readers get.
     * @param own the article's language
     * @returns for the languages of a request the chosen summary's, empty where there is none
     */
    summaryChooser(
      summaries: readonly { language: string }[],
      own: string
    ): (languages: string[]) => string;
    /** The language ranges of an Accept-Language header, by preference. */
    acceptedLanguages(header: string): string[];
    /** Public summaries of many articles, in one query. */
    summaries(articleIds: DocumentId[]): Promise<Map<DocumentId, SummaryView[]>>;
    /** Published posts, newest first or by score; pages count from 1. */
    list(options: {
      sort: 'newest' | 'score';
      page: number;
      pageSize: number;
      languages: string[];
    }): Promise<{ items: PostCard[]; total: number; pageCount: number }>;
    /** Published posts from some place of the list on, newest first. */
    newest(options: { limit: number; offset: number; languages: string[] }): Promise<PostCard[]>;
    /** Those of some articles that are published, in the order asked for. */
    cards(articleIds: DocumentId[], languages: string[]): Promise<PostCard[]>;
    rankings(options: {
      by: Ranking;
      days: number | null;
      limit: number;
      languages: string[];
    }): Promise<PostCard[]>;
  };
  postCache: {
    /** Begins to listen to what other instances change. */
    open(): void;
    /** Answers a request that came before in the same words; returns whether it did. */
    answer(req: IncomingMessage, res: ServerResponse): boolean;
    /** Koa middleware: answers from what is kept, or keeps what the application answers. */
    handle(ctx: Context, next: Next): Promise<void>;
    /**
     * For responders of public answers: names what the answer is made of (`Cache-Tag`), and says
     * how requests choose between the answers of an address.
     */
    describe<Ctx extends Context>(
      ctx: Ctx,
      answer: { tags: readonly string[]; chooser?: ((ctx: Ctx) => string) | undefined }
    ): void;
    /** Sends a public answer with all that caches go by; for the site in the same application. */
    send(ctx: Context, answer: PublicAnswer): void;
    /**
     * To be called where what the public sees of some articles has changed: at the commit, what is
     * kept of them is dropped here, on other instances and by the purge hook.
     */
    changed(articleIds: readonly DocumentId[]): Promise<void>;
    /** The same for everything. */
    changedAll(): Promise<void>;
    /** How much is kept, and how often that helped since the start. */
    view(): PostCacheView;
    close(): Promise<void>;
  };
  previews: {
    /**
     * A link to an article as it stands, for the administrator behind the current request.
     * @returns null for another type, or who may not read the article in the content manager
     */
    link(uid: string, of: { documentId?: DocumentId; status?: string }): Promise<string | null>;
    /**
     * What a link shows.
     * @param languages BCP 47 tags in order of preference
     * @throws NotFoundError when the token does not open this article, or there is none
     */
    page(
      articleId: DocumentId,
      token: string,
      languages: string[]
    ): Promise<{ view: PreviewView; meta: PreviewMeta }>;
  };
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
  openapi: {
    /** The OpenAPI 3.1 document of the public operations; made once. */
    document(): OpenapiDocument;
    /** The same as JSON, and as a page for people. */
    json(): string;
    page(): string;
  };
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
