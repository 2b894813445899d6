import type { Core } from '@strapi/strapi';
import type { PolicyMeta } from '../../../../shared/contracts/triage';
import { assertKnownQuery, decodeEnvelope, type HttpContext } from '../../platform/http/request';
import { configOf } from '../../config';
import type { Triage } from './api';
import { triageOperations } from './openapi';

/** Admin routes on the policy by which comments are triaged. */
export const triageController = ({ strapi, triage }: { strapi: Core.Strapi; triage: Triage }) => ({
  async policy(ctx: HttpContext) {
    ctx.set('Cache-Control', 'no-store');
    const meta: PolicyMeta = { external: configOf(strapi).comments.external.kind };
    ctx.body = { data: await triage.policy(), meta };
  },

  async setPolicy(ctx: HttpContext) {
    const input = decodeEnvelope(ctx.request.body);
    ctx.body = { data: await triage.setPolicy(input), meta: {} };
  },

  async replay(ctx: HttpContext) {
    const input = decodeEnvelope(ctx.request.body);
    ctx.body = { data: await triage.replay(input), meta: {} };
  },
});

/** REST, the form's token for readers: a permission of its own would only double that of commenting. */
export const commentTokenController = ({ triage }: { triage: Triage }) => ({
  async find(ctx: HttpContext) {
    assertKnownQuery(ctx.query, triageOperations.token.queryNames);
    ctx.set('Cache-Control', 'no-store');
    ctx.body = { data: { token: triage.formToken() }, meta: {} };
  },
});
