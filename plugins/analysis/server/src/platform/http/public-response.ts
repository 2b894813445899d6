import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { configOf } from '../../config';
import { describeResponse, type VaryBy } from './cache-tags';
import { matchesEtag } from './etag';
import type { HttpContext } from './request';

export interface PublicResponse {
  /** JSON as an object, or text of another type. */
  body: object | string;
  /** Of a text; JSON otherwise. */
  type?: string;
  /** Seconds that browsers may keep it, where that is less than other caches may. */
  browserMaxAge?: number;
  /** What it was made of: see `cache-tags.ts`. It is dropped from caches when that changes. */
  tags: readonly string[];
  /** Where the language of the request chooses between responses: the key of the one it gets. */
  varyBy?: VaryBy<HttpContext>;
}

/**
 * Answers with what belongs to no one person, so that caches may keep it; 304 when the client
 * holds this very answer. The tag is weak: compression may change its bytes.
 */
export function sendPublic(strapi: Core.Strapi, ctx: HttpContext, response: PublicResponse): void {
  const { body, type = 'application/json', tags, varyBy, browserMaxAge } = response;
  const { maxAge, sharedMaxAge, staleWhileRevalidate } = configOf(strapi).delivery;
  const shared = sharedMaxAge ?? (browserMaxAge === undefined ? null : maxAge);
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  ctx.status = 200;
  ctx.set(
    'Cache-Control',
    [
      // By a caller's rights it may be another one: shared caches keep anyone's alone.
      ctx.get('authorization') === '' ? 'public' : 'private',
      `max-age=${browserMaxAge ?? maxAge}`,
      ...(shared === null ? [] : [`s-maxage=${shared}`]),
      `stale-while-revalidate=${staleWhileRevalidate}`,
    ].join(', ')
  );
  describeResponse(ctx, { tags, varyBy });
  const tag = `W/"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;
  ctx.set('ETag', tag);
  if (matchesEtag(ctx.get('if-none-match'), tag)) {
    ctx.status = 304;
    return;
  }
  ctx.type = type;
  ctx.body = text;
}
