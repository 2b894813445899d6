import type { Core } from '@strapi/strapi';
import type { PolicyMeta } from '../../../../shared/contracts/triage';
import { assertKnownQuery, decodeEnvelope, type HttpContext } from '../../platform/http/request';
import { services } from '../../common/services';
import { configOf } from '../../config';
import { triageOperations } from './openapi';

/** How comments are triaged: the policy for administrators, the form's token for readers. */
export const triageController = ({ strapi }: { strapi: Core.Strapi }) => ({
  async policy(ctx: HttpContext) {
    ctx.set('Cache-Control', 'no-store');
    const meta: PolicyMeta = { external: configOf(strapi).comments.external.kind };
    ctx.body = { data: await services(strapi).triage.policy(), meta };
  },

  async setPolicy(ctx: HttpContext) {
    const input = decodeEnvelope(ctx.request.body);
    ctx.body = { data: await services(strapi).triage.setPolicy(input), meta: {} };
  },

  async replay(ctx: HttpContext) {
    const input = decodeEnvelope(ctx.request.body);
    ctx.body = { data: await services(strapi).triage.replay(input), meta: {} };
  },
});

/** Readers' part: a permission of its own would only double that of commenting. */
export const commentTokenController = ({ strapi }: { strapi: Core.Strapi }) => ({
  async find(ctx: HttpContext) {
    assertKnownQuery(ctx.query, triageOperations.token().queryNames);
    ctx.set('Cache-Control', 'no-store');
    ctx.body = { data: { token: services(strapi).triage.formToken() }, meta: {} };
  },
});
