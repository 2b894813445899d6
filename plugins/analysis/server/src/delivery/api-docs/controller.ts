import type { Core } from '@strapi/strapi';
import { assertKnownQuery, type HttpContext } from '../../platform/http/request';
import { sendPublic } from '../../platform/http/public-response';
import { services } from '../../common/services';
import { openapiOperations } from './openapi';
import { CONTENT_SECURITY_POLICY } from './page';

/** REST: the OpenAPI document. */
export const openapiController = ({ strapi }: { strapi: Core.Strapi }) => ({
  async find(ctx: HttpContext) {
    assertKnownQuery(ctx.query, openapiOperations.document().queryNames);
    sendPublic(strapi, ctx, { body: services(strapi).openapi.json(), tags: [] });
  },
});

/** The same as a page for people; it runs no script and asks no other host. */
export const docsController = ({ strapi }: { strapi: Core.Strapi }) => ({
  async find(ctx: HttpContext) {
    assertKnownQuery(ctx.query, openapiOperations.page().queryNames);
    ctx.set('Content-Security-Policy', CONTENT_SECURITY_POLICY);
    const body = services(strapi).openapi.page();
    sendPublic(strapi, ctx, { body, type: 'text/html; charset=utf-8', tags: [] });
  },
});
