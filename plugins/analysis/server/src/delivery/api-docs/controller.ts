import type { Core } from '@strapi/strapi';
import { sendPublic } from '../../platform/http/public-response';
import { assertKnownQuery, type HttpContext } from '../../platform/http/request';
import type { ApiDocs } from './api';
import { openapiOperations } from './openapi';
import { CONTENT_SECURITY_POLICY } from './page';

interface Rooms {
  strapi: Core.Strapi;
  openapi: ApiDocs;
}

/** REST: the OpenAPI document. */
export const openapiController = ({ openapi, strapi }: Rooms) => ({
  async find(ctx: HttpContext) {
    assertKnownQuery(ctx.query, openapiOperations.document.queryNames);
    sendPublic(strapi, ctx, { body: openapi.json(), tags: [] });
  },
});

/** The same as a page for people; it runs no script and asks no other host. */
export const docsController = ({ openapi, strapi }: Rooms) => ({
  async find(ctx: HttpContext) {
    assertKnownQuery(ctx.query, openapiOperations.page.queryNames);
    ctx.set('Content-Security-Policy', CONTENT_SECURITY_POLICY);
    sendPublic(strapi, ctx, { body: openapi.page(), type: 'text/html; charset=utf-8', tags: [] });
  },
});
