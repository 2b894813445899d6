import type { Core } from '@strapi/strapi';
import DataLoader from 'dataloader';
import {
  COMMENT_SORTS,
  type CommentReceipt,
  type CommentReceiptMeta,
} from '../../../../shared/contracts/comments';
import { fault } from '../../../../shared/faults';
import { LIMITS } from '../../../../shared/limits';
import { EDIT_TOKEN_HEADER } from '../../../../shared/headers';
import { ACTION } from '../../../../shared/permissions';
import { assertNoFaults } from '../../platform/errors';
import {
  needs,
  perRequest,
  withoutNulls,
  type GraphqlContext,
  type GraphqlPart,
} from '../../platform/graphql/extension';
import { pageNode } from '../../platform/graphql/nodes';
import { decodeChoice, decodeLimit } from '../../platform/http/pagination';
import { services } from '../../common/services';
import type { DocumentId } from '../../platform/strapi/uids';

const FIELDS = `
    documentId: ID!
    parent: ID
    "0 for a root comment"
    depth: Int!
    "Null on the empty place that a deleted comment leaves"
    author: AnalysisCommentAuthor
    content: String
    contentHtml: String
    createdAt: DateTime!
    editedAt: DateTime
    deleted: Boolean!
`;

const typeDefs = `
  type AnalysisCommentAuthor {
    name: String!
    url: String
    moderator: Boolean!
  }

  type AnalysisCommentNode {
    ${FIELDS}
    replies: [AnalysisCommentNode!]!
  }

  "A root comment with the first replies of its thread"
  type AnalysisCommentThread {
    ${FIELDS}
    replies: [AnalysisCommentNode!]!
    "Visible replies in the whole thread, at any depth"
    replyTotal: Int!
    "Pass to analysisReplies for those that did not fit"
    repliesCursor: String
  }

  type AnalysisCommentPage {
    items: [AnalysisCommentThread!]!
    "Visible comments of the article, replies included"
    total: Int!
    nextCursor: String
    "Whether the article still takes comments"
    open: Boolean!
    "Whether a comment's author may ask for mail on approval and replies"
    notify: Boolean!
  }

  type AnalysisReplyPage {
    "Flat, oldest first"
    items: [AnalysisCommentNode!]!
    nextCursor: String
  }

  "What an author gets back of their own comment"
  type AnalysisCommentReceipt {
    ${FIELDS}
    status: String!
    "Why it has that status"
    reason: String!
    "Proves who wrote it; shown once"
    editToken: String
    editableUntil: DateTime
    "Where notify was asked for: on, or confirm when a mail with a link comes once it is public"
    notify: String
  }

  input AnalysisGuestInput {
    name: String!
    email: String!
    url: String
  }

  "author is for guests only"
  input AnalysisCommentInput {
    content: String!
    parent: ID
    author: AnalysisGuestInput
    "Leave it empty: it is of a field that people do not see"
    homepage: String
    "From GET /comment-token"
    formToken: String
    "Asks for mail on approval and replies; it comes once the address is confirmed"
    notify: Boolean
  }

  type AnalysisArticle {
    "Null while the article is not published. sort: newest, oldest or discussed"
    comments(sort: String, limit: Int, cursor: String): AnalysisCommentPage
  }

  type AnalysisPostCard {
    comments(sort: String, limit: Int, cursor: String): AnalysisCommentPage
  }

  type Query {
    "Further replies of one thread"
    analysisReplies(articleId: ID!, thread: ID!, limit: Int, cursor: String): AnalysisReplyPage!
  }

  type Mutation {
    createAnalysisComment(articleId: ID!, data: AnalysisCommentInput!): AnalysisCommentReceipt!
    updateAnalysisComment(documentId: ID!, content: String!, editToken: String): AnalysisCommentReceipt!
    deleteAnalysisComment(documentId: ID!, editToken: String): Boolean!
    reportAnalysisComment(documentId: ID!, reason: String!, note: String): Boolean!
  }
`;

interface PageArgs {
  sort?: string;
  limit?: number;
  cursor?: string;
}

const receiptNode = ({ receipt, meta }: { receipt: CommentReceipt; meta: CommentReceiptMeta }) => ({
  ...receipt,
  ...meta,
});

type PageLoader = DataLoader<DocumentId, ReturnType<typeof pageNode> | null>;

const limitOf = (limit: number | undefined): number => decodeLimit(limit, LIMITS.commentsPage);

/** The discussion over GraphQL, on the same services as REST; those of a list are read together. */
export function commentGraphql(strapi: Core.Strapi): GraphqlPart {
  const tokenOf = (given: string | null | undefined, { koaContext }: GraphqlContext) =>
    given || koaContext.get(EDIT_TOKEN_HEADER) || null;
  const actorOf = ({ koaContext }: GraphqlContext) =>
    services(strapi).identity.identify(koaContext);

  const asked = perRequest(() => ({ threads: 0, loaders: new Map<string, PageLoader>() }));

  /**
   * A page of the discussion of an article in a list, read with those of its neighbours. Null for
   * one that is not public: a token may read drafts, but what was said below them it may not.
   * @throws ValidationError when the operation asks for more threads than one may
   */
  const comments = async (
    { documentId }: { documentId: DocumentId },
    args: PageArgs,
    context: GraphqlContext
  ) => {
    const sort = decodeChoice(args.sort, COMMENT_SORTS, 'newest', 'sort');
    const options = { sort, limit: limitOf(args.limit), cursor: args.cursor ?? null };
    const so = asked(context);
    so.threads += options.limit;
    const max = LIMITS.threadsPerOperation;
    if (so.threads > max) {
      const message = `asks for more than ${max} threads, over all articles of the operation`;
      assertNoFaults([fault('limit', 'out_of_range', message, { limit: max })]);
    }
    const key = JSON.stringify(options);
    const found = so.loaders.get(key);
    const loader =
      found ??
      new DataLoader(async (ids: readonly DocumentId[]) => {
        const pages = await services(strapi).comments.pages([...ids], options);
        return ids.map((id) => {
          const page = pages.get(id);
          return page ? pageNode(page) : null;
        });
      });
    so.loaders.set(key, loader);
    return loader.load(documentId);
  };

  return {
    typeDefs,
    resolvers: {
      AnalysisArticle: { comments },
      AnalysisPostCard: { comments },
      Query: {
        async analysisReplies(
          _parent,
          args: PageArgs & { articleId: DocumentId; thread: DocumentId }
        ) {
          const { items, meta } = await services(strapi).comments.replies(
            args.articleId,
            args.thread,
            { limit: limitOf(args.limit), cursor: args.cursor }
          );
          const nodes = items.map((item) => ({ ...item, replies: [] }));
          return { items: nodes, nextCursor: meta.nextCursor };
        },
      },
      Mutation: {
        async createAnalysisComment(
          _parent,
          { articleId, data }: { articleId: DocumentId; data: object },
          context: GraphqlContext
        ) {
          const { comments, identity } = services(strapi);
          const actor = actorOf(context);
          const made = await comments.create(actor, articleId, withoutNulls(data));
          identity.sendVisitorToken(context.koaContext, actor);
          return receiptNode(made);
        },
        async updateAnalysisComment(
          _parent,
          args: { documentId: DocumentId; content: string; editToken?: string },
          context: GraphqlContext
        ) {
          const { documentId, content } = args;
          const token = tokenOf(args.editToken, context);
          const { comments } = services(strapi);
          return receiptNode(await comments.edit(actorOf(context), documentId, { content }, token));
        },
        async deleteAnalysisComment(
          _parent,
          args: { documentId: DocumentId; editToken?: string },
          context: GraphqlContext
        ) {
          const token = tokenOf(args.editToken, context);
          await services(strapi).comments.remove(actorOf(context), args.documentId, token);
          return true;
        },
        async reportAnalysisComment(
          _parent,
          { documentId, ...data }: { documentId: DocumentId; reason: string; note?: string },
          context: GraphqlContext
        ) {
          const { comments, identity } = services(strapi);
          const actor = actorOf(context);
          await comments.report(actor, documentId, withoutNulls(data));
          identity.sendVisitorToken(context.koaContext, actor);
          return true;
        },
      },
    },
    resolversConfig: {
      'AnalysisArticle.comments': needs(ACTION.commentFind),
      'AnalysisPostCard.comments': needs(ACTION.commentFind),
      'Query.analysisReplies': needs(ACTION.commentFind),
      'Mutation.createAnalysisComment': needs(ACTION.commentCreate),
      'Mutation.updateAnalysisComment': needs(ACTION.commentUpdate),
      'Mutation.deleteAnalysisComment': needs(ACTION.commentDelete),
      'Mutation.reportAnalysisComment': needs(ACTION.commentReport),
    },
  };
}
