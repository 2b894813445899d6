import type { Core } from '@strapi/strapi';
import type { PublishArticlesResponse } from '../../../../shared/contracts/articles';
import { forbidden } from '../../platform/errors';
import { decodeEnvelope, type HttpContext } from '../../platform/http/request';
import { abilityOf, publishingRights } from './editing-rights';
import { publishArticles } from './publish-articles';

/** The admin route that publishes several articles. */
export const publicationController = ({ strapi }: { strapi: Core.Strapi }) => ({
  async publish(ctx: HttpContext) {
    const rights = publishingRights(strapi, abilityOf(ctx));
    if (!rights.any()) throw forbidden('Forbidden');
    const data = await publishArticles(strapi, rights, decodeEnvelope(ctx.request.body));
    ctx.set('Cache-Control', 'no-store');
    ctx.body = { data, meta: {} } satisfies PublishArticlesResponse;
  },
});
