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
import type { Identity } from '../../audience/identity/api';
import type { DocumentId } from '../../platform/strapi/uids';
import type { Comments } from './api';
import { typeDefs } from './graphql-types';

interface Rooms {
  comments: Comments;
  identity: Identity;
}

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

/**
 * The resolver of a page of the discussion of an article in a list, read with those of its
 * neighbours. Null for one that is not public: a token may read drafts, but what was said below
 * them it may not. It throws a ValidationError when the operation asks for more threads than one may.
 */
function pageResolver(comments: Comments) {
  const asked = perRequest(() => ({ threads: 0, loaders: new Map<string, PageLoader>() }));

  return async (
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
        const pages = await comments.pages([...ids], options);
        return ids.map((id) => {
          const page = pages.get(id);
          return page ? pageNode(page) : null;
        });
      });
    so.loaders.set(key, loader);
    return loader.load(documentId);
  };
}

/** What readers write, as over REST. */
function mutations({ comments, identity }: Rooms): GraphqlPart['resolvers'][string] {
  const tokenOf = (given: string | null | undefined, { koaContext }: GraphqlContext) =>
    given || koaContext.get(EDIT_TOKEN_HEADER) || null;
  const actorOf = ({ koaContext }: GraphqlContext) => identity.identify(koaContext);
  return {
    async createAnalysisComment(
      _parent,
      { articleId, data }: { articleId: DocumentId; data: object },
      context: GraphqlContext
    ) {
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
      return receiptNode(await comments.edit(actorOf(context), documentId, { content }, token));
    },
    async deleteAnalysisComment(
      _parent,
      args: { documentId: DocumentId; editToken?: string },
      context: GraphqlContext
    ) {
      const token = tokenOf(args.editToken, context);
      await comments.remove(actorOf(context), args.documentId, token);
      return true;
    },
    async reportAnalysisComment(
      _parent,
      { documentId, ...data }: { documentId: DocumentId; reason: string; note?: string },
      context: GraphqlContext
    ) {
      const actor = actorOf(context);
      await comments.report(actor, documentId, withoutNulls(data));
      identity.sendVisitorToken(context.koaContext, actor);
      return true;
    },
  };
}

/** The discussion over GraphQL, on the same services as REST; those of a list are read together. */
export function commentGraphql(rooms: Rooms): GraphqlPart {
  const { comments } = rooms;
  const pageOf = pageResolver(comments);
  return {
    typeDefs,
    resolvers: {
      AnalysisArticle: { comments: pageOf },
      AnalysisPostCard: { comments: pageOf },
      Query: {
        async analysisReplies(
          _parent,
          args: PageArgs & { articleId: DocumentId; thread: DocumentId }
        ) {
          const { items, meta } = await comments.replies(args.articleId, args.thread, {
            limit: limitOf(args.limit),
            cursor: args.cursor,
          });
          const nodes = items.map((item) => ({ ...item, replies: [] }));
          return { items: nodes, nextCursor: meta.nextCursor };
        },
      },
      Mutation: mutations(rooms),
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
