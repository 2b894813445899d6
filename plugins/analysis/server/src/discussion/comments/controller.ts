import type { Core } from '@strapi/strapi';
import { COMMENT_SORTS } from '../../../../shared/contracts/comments';
import { EDIT_TOKEN_HEADER } from '../../../../shared/headers';
import { LIMITS } from '../../../../shared/limits';
import { articleTag } from '../../platform/http/cache-tags';
import { assertKnownQuery, decodeEnvelope, type HttpContext } from '../../platform/http/request';
import { decodeChoice, decodeLimit } from '../../platform/http/pagination';
import { sendPublic } from '../../platform/http/public-response';
import type { Identity } from '../../audience/identity/api';
import type { Comments } from './api';
import { commentOperations } from './openapi';

interface Rooms {
  strapi: Core.Strapi;
  comments: Comments;
  identity: Identity;
}

/** REST: the discussion of an article. */
export const commentController = ({ comments, identity, strapi }: Rooms) => {
  const idOf = (ctx: HttpContext): string => ctx.params.documentId;
  const tokenOf = (ctx: HttpContext): string | null => ctx.get(EDIT_TOKEN_HEADER) || null;

  return {
    async find(ctx: HttpContext) {
      assertKnownQuery(ctx.query, commentOperations.find.queryNames);
      const { cursor, sort, thread } = ctx.query;
      const limit = decodeLimit(ctx.query.limit, LIMITS.commentsPage);
      const order = decodeChoice(sort, COMMENT_SORTS, 'newest', 'sort');
      const { items, meta } =
        thread === undefined
          ? await comments.page(idOf(ctx), { sort: order, limit, cursor })
          : await comments.replies(idOf(ctx), typeof thread === 'string' ? thread : '', {
              limit,
              cursor,
            });
      sendPublic(strapi, ctx, { body: { data: items, meta }, tags: [articleTag(idOf(ctx))] });
    },

    async create(ctx: HttpContext) {
      assertKnownQuery(ctx.query, commentOperations.create.queryNames);
      const input = decodeEnvelope(ctx.request.body);
      const actor = identity.identify(ctx);
      const { receipt, meta } = await comments.create(actor, idOf(ctx), input);
      identity.sendVisitorToken(ctx, actor);
      ctx.status = 201;
      ctx.set('Cache-Control', 'private, no-store');
      ctx.body = { data: receipt, meta };
    },

    async update(ctx: HttpContext) {
      assertKnownQuery(ctx.query, commentOperations.update.queryNames);
      const input = decodeEnvelope(ctx.request.body);
      const actor = identity.identify(ctx);
      const { receipt, meta } = await comments.edit(actor, idOf(ctx), input, tokenOf(ctx));
      ctx.set('Cache-Control', 'private, no-store');
      ctx.body = { data: receipt, meta };
    },

    async delete(ctx: HttpContext) {
      assertKnownQuery(ctx.query, commentOperations.delete.queryNames);
      await comments.remove(identity.identify(ctx), idOf(ctx), tokenOf(ctx));
      ctx.status = 204;
    },

    async report(ctx: HttpContext) {
      assertKnownQuery(ctx.query, commentOperations.report.queryNames);
      const input = decodeEnvelope(ctx.request.body);
      const actor = identity.identify(ctx);
      await comments.report(actor, idOf(ctx), input);
      identity.sendVisitorToken(ctx, actor);
      ctx.status = 201;
      ctx.body = { data: { reported: true }, meta: {} };
    },
  };
};
