import type { Core } from '@strapi/strapi';
import { onCommit } from '../../platform/database/after-commit';
import { articleTag, LIST } from '../../platform/http/cache-tags';
import type { HttpContext } from '../../platform/http/request';
import { sendPublic } from '../../platform/http/public-response';
import { services, type Services } from '../../common/services';
import { configOf } from '../../config';
import { EVERYTHING, PostCache } from './response-cache';
import { linkOver, type Link } from './invalidation-channel';
import { purgeHook, type PurgeHook } from './cdn-purge';
import { cachedRoutes } from './cacheable-routes';
import { keysOf } from './rules';

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

  const dropHere = (cache: PostCache, tags: readonly string[]): void => {
    // What is filled from now on must not be let through by permissions of before.
    if (tags.includes(EVERYTHING)) services(strapi).access.forgetPublic();
    cache.drop(tags);
  };

  const open = (): Parts => {
    const { redis } = configOf(strapi);
    const { cache: options, purge } = settings();
    const link =
      redis.url === ''
        ? null
        : linkOver(strapi, redis.url, {
            heard: (tags) => dropHere(cache, tags),
            missed: () => dropHere(cache, [EVERYTHING]),
          });
    const cache = new PostCache({
      keyOf: keysOf(cachedRoutes(strapi)),
      maxBytes: options.maxBytes,
      // Alone, or cut off from the others, what is kept may be wrong without anyone saying so.
      keepFor: () => (link?.connected() ? options.keepSeconds : options.keepSecondsAlone) * SECOND,
      staleFor: () => options.keepSeconds * SECOND,
      now: Date.now,
      onHit(req, hits) {
        if (options.logEvery > 0 && hits % options.logEvery === 0) {
          strapi.log.http(
            `${req.method} ${req.url} from the cache, one hit of ${options.logEvery}`
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
    dropHere(cache, tags);
    link?.tell(tags);
    hook?.tell(tags);
  };

  // At the commit, before its author hears of it: the next reader may be the author.
  const dropOnCommit = (tags: readonly string[]): Promise<void> =>
    onCommit(strapi, () => drop(tags));

  return {
    open() {
      opened();
    },

    answer(req, res) {
      const { cache, enabled } = parts ?? opened();
      return enabled && cache.answer(req, res);
    },

    handle(ctx, next) {
      const { cache, enabled } = parts ?? opened();
      return enabled ? cache.handle(ctx, next) : next();
    },

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
