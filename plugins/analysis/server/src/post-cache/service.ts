import type { Core } from '@strapi/strapi';
import type { HttpContext } from '../common/http';
import { sendPublic } from '../common/public-answer';
import type { Services } from '../common/services';
import { configOf } from '../config';
import { describe, EVERYTHING, PostCache } from './cache';
import { linkOver, type Link } from './link';
import { purgeHook, type PurgeHook } from './purge';
import { cachedRoutes } from './covered';
import { keysOf } from './rules';
import { articleTag, LIST } from '../common/cache-tags';

const SECOND = 1_000;

interface Parts {
  cache: PostCache;
  link: Link | null;
  hook: PurgeHook | null;
  enabled: boolean;
}

/** Finished public answers, kept before all of the application; see `Services` for the contract. */
export const postCacheService = ({ strapi }: { strapi: Core.Strapi }): Services['postCache'] => {
  const settings = () => configOf(strapi).delivery;
  let parts: Parts | null = null;

  const open = (): Parts => {
    const { redis } = configOf(strapi);
    const { cache: options, purge } = settings();
    const link =
      redis.url === ''
        ? null
        : linkOver(strapi, redis.url, {
            heard: (tags) => cache.drop(tags),
            missed: () => cache.drop([EVERYTHING]),
          });
    const cache = new PostCache({
      keyOf: keysOf(cachedRoutes(strapi)),
      maxBytes: options.maxBytes,
      // Alone, or cut off from the others, what is kept may be wrong without anyone saying so.
      keepFor: () => (link?.connected() ? options.keepSeconds : options.keepSecondsAlone) * SECOND,
      staleFor: () => options.keepSeconds * SECOND,
      now: Date.now,
      onHit(ctx, hits) {
        if (options.logEvery > 0 && hits % options.logEvery === 0) {
          strapi.log.http(
            `${ctx.method} ${ctx.url} from the cache, one hit of ${options.logEvery}`
          );
        }
      },
    });
    const hook = purge.url === '' ? null : purgeHook(strapi, { ...purge, everything: EVERYTHING });
    return { cache, link, hook, enabled: options.enabled };
  };
  const opened = () => (parts ??= open());

  const drop = (tags: readonly string[]): void => {
    const { cache, link, hook } = opened();
    cache.drop(tags);
    link?.tell(tags);
    hook?.tell(tags);
  };

  /**
   * At the commit itself, before its author hears of it: the next reader may be the author. Later
   * transactions of the same context may call it again, which costs a fill and no more.
   */
  const dropOnCommit = async (tags: readonly string[]): Promise<void> => {
    if (!strapi.db.inTransaction()) return drop(tags);
    await strapi.db.transaction(({ onCommit }) => {
      onCommit(() => drop(tags));
      return Promise.resolve();
    });
  };

  return {
    open() {
      opened();
    },

    handle(ctx, next) {
      const { cache, enabled } = parts ?? opened();
      return enabled ? cache.handle(ctx, next) : next();
    },

    describe,

    send: (ctx, answer) => sendPublic(strapi, ctx as HttpContext, answer),

    changed: (articleIds) => dropOnCommit([...articleIds.map(articleTag), LIST]),

    changedAll: () => dropOnCommit([EVERYTHING]),

    view() {
      const { cache, link } = opened();
      return {
        ...cache.counts,
        ...cache.held,
        maxBytes: settings().cache.maxBytes,
        enabled: settings().cache.enabled,
        linked: link?.connected() ?? false,
      };
    },

    async close() {
      const closing = parts;
      parts = null;
      closing?.cache.drop([EVERYTHING]);
      await closing?.link?.close();
      await closing?.hook?.close();
    },
  };
};
