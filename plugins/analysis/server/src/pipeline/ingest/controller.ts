import { Readable } from 'node:stream';
import type { Core } from '@strapi/strapi';
import { fault } from '../../../../shared/faults';
import { declaredCharset, decodeText } from '../../platform/text/charset';
import { assertNoFaults } from '../../platform/errors';
import { assertKnownQuery, decodeEnvelope, type HttpContext } from '../../platform/http/request';
import type { Ingest } from './api';
import { ingestLines } from './ingest-lines';
import { ingestOperations } from './openapi';
import { readBytes } from './page-bytes';
import type { Post } from './read-post';
import { PAGE_TYPES } from './routes';

/** `?force`, `?force=true` or `?force=1`. */
function decodeForce(value: unknown): boolean {
  if (value === undefined || value === 'false' || value === '0') return false;
  if (value === null || value === '' || value === 'true' || value === '1') return true;
  assertNoFaults([fault('force', 'invalid_choice', 'must be true or false')]);
  return false;
}

/** What a page's Content-Type says of it; plain text may be either. */
function declaredType(ctx: HttpContext): { type?: 'markdown' | 'html' } {
  if (ctx.is('text/html')) return { type: 'html' };
  return ctx.is('text/markdown') ? { type: 'markdown' } : {};
}

/** A page's text, decoded as it declares. */
async function pageOf(ctx: HttpContext): Promise<string> {
  const body: unknown = ctx.request.body;
  if (ctx.state.contentType === undefined) return typeof body === 'string' ? body : '';
  return decodeText(await readBytes(ctx), declaredCharset(ctx.get('content-type')));
}

interface Rooms {
  strapi: Core.Strapi;
  ingest: Ingest;
}

/** Token routes by which generators deliver posts. */
export const ingestController = ({ ingest, strapi }: Rooms) => ({
  async put(ctx: HttpContext) {
    assertKnownQuery(ctx.query, ingestOperations.put.queryNames);
    const force = decodeForce(ctx.query.force);
    const post: Post = ctx.is(...PAGE_TYPES)
      ? { format: 'text', text: await pageOf(ctx), ...declaredType(ctx) }
      : { format: 'json', data: decodeEnvelope(ctx.request.body) };
    const data = await ingest.ingest(post, { force });
    ctx.status = data.outcome === 'created' ? 201 : 200;
    ctx.body = { data, meta: {} };
  },

  async batch(ctx: HttpContext) {
    assertKnownQuery(ctx.query, ingestOperations.batch.queryNames);
    const force = decodeForce(ctx.query.force);
    const answers = ingestLines(
      ctx.req,
      (data) => ingest.ingest({ format: 'json', data }, { force }),
      (error) => strapi.log.error(error)
    );
    ctx.status = 200;
    ctx.type = 'application/x-ndjson';
    ctx.body = Readable.from(answers);
  },
});
