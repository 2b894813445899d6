import type { Context } from 'koa';
import { fromStrapi } from '../strapi/from-strapi';

/** Tag of responses that list several posts. */
export const LIST = 'list';

/** Tag of responses that show something of an article. @param articleId its documentId */
export const articleTag = (articleId: string): string => `article:${articleId}`;

/**
 * Says which of an address's responses a request gets: the same text means the same response. It
 * lives as long as the cache entry, so it captures as little as it can.
 */
export type VaryBy<Ctx extends Context = Context> = (ctx: Ctx) => string;

/** Where a response carries its variant key, in the state of its Koa context. */
const VARY_BY = 'analysisVaryBy';

/**
 * Sets what caches go by: the tags of what the response is made of, and how requests for its
 * address choose between its variants by language.
 * @param of.tags it is dropped from caches when something with one of them changes
 */
export function describeResponse<Ctx extends Context>(
  ctx: Ctx,
  { tags, varyBy }: { tags: readonly string[]; varyBy?: VaryBy<Ctx> | undefined }
): void {
  // Cloudflare and others read the one, Fastly the other.
  ctx.set('Cache-Tag', tags.join(','));
  ctx.set('Surrogate-Key', tags.join(' '));
  if (varyBy === undefined) return;
  ctx.vary('Accept-Language');
  ctx.state[VARY_BY] = varyBy;
}

/** The variant key that `describeResponse` set; null where the response has one variant only. */
export const varyByOf = (ctx: Context): VaryBy | null =>
  fromStrapi<VaryBy | undefined>(ctx.state[VARY_BY]) ?? null;
