import type { Core } from '@strapi/strapi';
import { MODERATION } from '../../../../shared/permissions';
import { forbidden } from '../../platform/errors';
import { decodeEnvelope, type HttpContext } from '../../platform/http/request';
import type { Articles } from './api';
import { abilityOf, mayEditDiscussion } from './editing-rights';

/** Admin routes on whether an article takes comments, for moderators and for its editors. */
export const discussionController = ({
  articles,
  strapi,
}: {
  articles: Articles;
  strapi: Core.Strapi;
}) => {
  const idOf = (ctx: HttpContext): string => ctx.params.documentId;

  const mayChange = async (ctx: HttpContext): Promise<boolean> =>
    abilityOf(ctx).can(MODERATION.decide) ||
    (await mayEditDiscussion(strapi, abilityOf(ctx), idOf(ctx)));

  return {
    async find(ctx: HttpContext) {
      const change = await mayChange(ctx);
      if (!change && !abilityOf(ctx).can(MODERATION.read)) throw forbidden('Forbidden');
      const data = await articles.discussion(idOf(ctx));
      ctx.set('Cache-Control', 'no-store');
      ctx.body = { data, meta: { mayChange: change } };
    },

    async update(ctx: HttpContext) {
      if (!(await mayChange(ctx))) throw forbidden('Forbidden');
      const input = decodeEnvelope(ctx.request.body);
      const data = await articles.setDiscussion(idOf(ctx), input);
      ctx.set('Cache-Control', 'no-store');
      ctx.body = { data, meta: { mayChange: true } };
    },
  };
};
