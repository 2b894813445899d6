import { configOf } from '../../config';
import { keysOf } from './cache-key';
import { cacheableRoutes } from './cacheable-routes';
import { openPurgeHook, type PurgeHook } from './cdn-purge';
import type { ResponseCacheDeps } from './deps';
import { HttpCache } from './http-cache';
import { openChannel, type InvalidationChannel } from './invalidation-channel';
import { EVERYTHING } from './memory-cache';

const SECOND_MS = 1_000;

/** The cache of this instance, and those that are told of what it drops. */
export interface OpenCache {
  cache: HttpCache;
  enabled: boolean;
  /** Null where the instance is alone. */
  channel: InvalidationChannel | null;
  /** Null where no CDN is to be told. */
  purgeHook: PurgeHook | null;
}

/** Makes the cache as the settings say, and begins to listen to what other instances drop. */
export function openCache(deps: ResponseCacheDeps): OpenCache {
  const { strapi } = deps;
  const { delivery, redis } = configOf(strapi);
  const { cache: settings, purge } = delivery;
  const channel =
    redis.url === ''
      ? null
      : openChannel(strapi, redis.url, {
          dropped: (tags) => dropHere(deps, cache, tags),
          missed: () => dropHere(deps, cache, [EVERYTHING]),
        });
  const cache = new HttpCache({
    keyOf: keysOf(cacheableRoutes(strapi)),
    maxBytes: settings.maxBytes,
    // Alone, or cut off from the others, a response may be stale without anyone saying so.
    ttl: () => (channel?.connected() ? settings.ttlSeconds : settings.ttlSecondsAlone) * SECOND_MS,
    staleFor: () => settings.ttlSeconds * SECOND_MS,
    now: Date.now,
    onHit({ method, url }, hits) {
      if (settings.logEvery === 0 || hits % settings.logEvery !== 0) return;
      strapi.log.http(`${method} ${url} from the cache, one hit of ${settings.logEvery}`);
    },
  });
  const purgeHook =
    purge.url === '' ? null : openPurgeHook(strapi, { ...purge, everything: EVERYTHING });
  return { cache, enabled: settings.enabled, channel, purgeHook };
}

/** Drops from the cache of this instance what was made of some tags. */
export function dropHere(
  { access }: Pick<ResponseCacheDeps, 'access'>,
  cache: HttpCache,
  tags: readonly string[]
): void {
  // What is filled from now on must not be let through by permissions of before.
  if (tags.includes(EVERYTHING)) access.forgetPublic();
  cache.drop(tags);
}
