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
  stats: {
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
    /** @param actor null leaves `mine` null, for answers that belong to no one person */
    view(articleId: DocumentId, actor: Actor | null): Promise<MyRatingView>;
    rate(actor: Actor, articleId: DocumentId, input: RateInput): Promise<MyRatingView>;
    withdraw(actor: Actor, articleId: DocumentId): Promise<MyRatingView>;
  };
  comments: {
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
