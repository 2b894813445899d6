import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Context, Next } from 'koa';
import type { PostCacheView } from '../../../../shared/contracts/response-cache';
import { articleTag, LIST } from '../../platform/http/cache-tags';
import { sendPublic, type PublicResponse } from '../../platform/http/public-response';
import type { HttpContext } from '../../platform/http/request';
import type { DocumentId } from '../../platform/strapi/uids';
import { configOf } from '../../config';
import type { ResponseCacheDeps } from './deps';
import { dropAtCommit } from './invalidate';
import { EVERYTHING } from './memory-cache';
import { openCache, type OpenCache } from './open-cache';

/** Finished public responses, served before all of the application; see docs/adr/0024. */
export function createResponseCache(deps: ResponseCacheDeps) {
  const { strapi } = deps;
  let current: OpenCache | null = null;
  const opened = (): OpenCache => (current ??= openCache(deps));
  const drop = dropAtCommit(deps, opened);

  return {
    /** Begins to listen to what other instances change. */
    open(): void {
      opened();
    },

    /** Answers a request that equals an earlier one; returns whether it did. */
    answer(req: IncomingMessage, res: ServerResponse): boolean {
      const { cache, enabled } = current ?? opened();
      return enabled && cache.answer(req, res);
    },

    /** Koa middleware: serves from the cache, or caches what the application answers. */
    handle(ctx: Context, next: Next): Promise<void> {
      const { cache, enabled } = current ?? opened();
      return enabled ? cache.handle(ctx, next) : next();
    },

    /** Sends a public response with all that caches go by, for a site in the same application. */
    send: (ctx: Context, response: PublicResponse): void =>
      sendPublic(strapi, ctx as HttpContext, response),

    /** Drops, at the commit, what is cached of some articles and of lists. */
    drop: (articleIds: readonly DocumentId[]): Promise<void> =>
      drop([...articleIds.map(articleTag), LIST]),

    /** Drops everything at the commit. */
    dropAll: (): Promise<void> => drop([EVERYTHING]),

    /** How much is cached, and how often that helped since the start. */
    view(): PostCacheView {
      const { cache, channel } = opened();
      const { enabled, maxBytes } = configOf(strapi).delivery.cache;
      const linked = channel?.connected() ?? false;
      return { ...cache.counts, ...cache.size, maxBytes, enabled, linked };
    },

    /** Drops everything, and ends what tells others. */
    async close(): Promise<void> {
      const closing = current;
      current = null;
      closing?.cache.drop([EVERYTHING]);
      await closing?.channel?.close();
      await closing?.purgeHook?.close();
    },
  };
}

export type ResponseCache = ReturnType<typeof createResponseCache>;
