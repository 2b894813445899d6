import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import type {
  CommentEditInput,
  CommentInput,
  CommentPage,
  CommentReceipt,
  CommentReceiptMeta,
  CommentSort,
  CommentStatus,
  ReplyPage,
  ReportInput,
} from '../../../shared/contracts/comments';
import type { IngestResult } from '../../../shared/contracts/ingest';
import type { DecisionInput, DecisionView } from '../../../shared/contracts/moderation';
import type { PostCard, PostView, Ranking } from '../../../shared/contracts/posts';
import type { MyRatingView, RateInput, RatingView } from '../../../shared/contracts/ratings';
import type { Actor, Moderator } from './actor';
import type { DocumentId } from './uids';
import type { Trx } from './database';

/** What others need to know of an article that is public. */
export interface PublishedArticle {
  documentId: DocumentId;
  title: string;
  slug: string;
  language: string;
  contentHash: string;
  generatorModel: string | null;
  promptVersion: string | null;
}

/**
 * What the rooms offer each other, the doors (REST, GraphQL, admin, command line) and the
 * reader. Articles are named by documentId; a method that acts on an article or comment throws
 * NotFoundError unless the public may see it.
 */
export interface Services {
  identity: {
    /** Finds out who a request comes from. */
    identify(ctx: Context): Actor;
    /** Gives a guest the token by which they are known again (cookie and header). */
    handOut(ctx: Context, actor: Actor): void;
  };
  access: {
    /** @throws ForbiddenError unless the caller's role holds the content-API action. */
    assertAllowed(ctx: Context, action: string): Promise<void>;
  };
  articles: {
    /** @throws NotFoundError unless the article is published */
    assertPublished(articleId: DocumentId): Promise<PublishedArticle>;
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
    /** The article that has, or once had, the slug. */
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
    /** Says for an article's published summaries whether the public may see them. */
    setVisible(trx: Trx, articleId: DocumentId, visible: boolean): Promise<void>;
    removeAll(trx: Trx, articleId: DocumentId): Promise<void>;
  };
  stats: {
    removeAll(trx: Trx, articleId: DocumentId): Promise<void>;
    /** Makes the article's row when it has none. */
    ensure(trx: Trx, articleId: DocumentId): Promise<void>;
    /** Moves one vote: null as `from` is a new one, null as `to` a withdrawn one. */
    moveVote(
      trx: Trx,
      articleId: DocumentId,
      move: { from: number | null; to: number | null }
    ): Promise<void>;
    /** Adds to the comment counters: by status, and of the visible ones. */
    moveComments(
      trx: Trx,
      articleId: DocumentId,
      deltas: { byStatus?: Partial<Record<CommentStatus, number>>; visible?: number }
    ): Promise<void>;
    /** The article's rating, zero for an article without a row. */
    rating(articleId: DocumentId): Promise<RatingView>;
    /** Counts everything again from the rows; returns how many articles were wrong. */
    recount(): Promise<{ articles: number; corrected: number }>;
  };
  ratings: {
    removeAll(trx: Trx, articleId: DocumentId): Promise<void>;
    /** @param actor null leaves `mine` null, for answers that belong to no one person */
    view(articleId: DocumentId, actor: Actor | null): Promise<MyRatingView>;
    rate(actor: Actor, articleId: DocumentId, input: RateInput): Promise<MyRatingView>;
    withdraw(actor: Actor, articleId: DocumentId): Promise<MyRatingView>;
  };
  comments: {
    removeAll(trx: Trx, articleId: DocumentId): Promise<void>;
    page(
      articleId: DocumentId,
      options?: { sort?: CommentSort; limit?: number; cursor?: string | null }
    ): Promise<CommentPage>;
    /** Further replies of one thread, flat, oldest first. */
    replies(
      articleId: DocumentId,
      threadId: DocumentId,
      options?: { limit?: number; cursor?: string | null }
    ): Promise<ReplyPage>;
    create(
      actor: Actor,
      articleId: DocumentId,
      input: CommentInput
    ): Promise<{ receipt: CommentReceipt; meta: CommentReceiptMeta }>;
    edit(
      actor: Actor,
      commentId: DocumentId,
      input: CommentEditInput,
      editToken: string | null
    ): Promise<{ receipt: CommentReceipt; meta: CommentReceiptMeta }>;
    /** Removes the row, or leaves a tombstone when there are replies. */
    remove(actor: Actor, commentId: DocumentId, editToken: string | null): Promise<void>;
    report(actor: Actor, commentId: DocumentId, input: ReportInput): Promise<void>;
  };
  moderation: {
    decide(
      moderator: Moderator,
      commentId: DocumentId,
      input: DecisionInput
    ): Promise<DecisionView>;
  };
  posts: {
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
    /** Published posts, newest first or by score; pages count from 1. */
    list(options: {
      sort: 'newest' | 'score';
      page: number;
      pageSize: number;
      languages: string[];
    }): Promise<{ items: PostCard[]; total: number; pageCount: number }>;
    rankings(options: {
      by: Ranking;
      days: number | null;
      limit: number;
      languages: string[];
    }): Promise<PostCard[]>;
  };
  ingest: {
    /**
     * Stores one generated post as a draft.
     * @param post the JSON form (checked here) or the plain-text page shape
     * @param options.force overwrite what a person edited since
     */
    ingest(
      post: { format: 'json'; data: unknown } | { format: 'text'; text: string },
      options?: { force?: boolean }
    ): Promise<IngestResult>;
  };
}

/** The plugin's services, typed. */
export const services = (strapi: Core.Strapi): Services =>
  new Proxy({} as Services, {
    get: (_target, name) => strapi.plugin('analysis').service(String(name)),
  });
