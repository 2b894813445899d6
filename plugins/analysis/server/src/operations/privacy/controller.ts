import type { Core } from '@strapi/strapi';
import { decodeEnvelope, type HttpContext } from '../../platform/http/request';
import { services } from '../../common/services';

/** Admin routes on personal data; the address comes in the body, so that no log keeps it. */
export const privacyController = ({ strapi }: { strapi: Core.Strapi }) => ({
  async export(ctx: HttpContext) {
    const input = decodeEnvelope(ctx.request.body);
    ctx.set('Cache-Control', 'no-store');
    ctx.body = await services(strapi).privacy.export(input);
  },

  async erase(ctx: HttpContext) {
    const input = decodeEnvelope(ctx.request.body);
    ctx.body = { data: await services(strapi).privacy.erase(input), meta: {} };
  },
});
