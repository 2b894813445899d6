import { onCommit } from '../../platform/database/after-commit';
import type { ResponseCacheDeps } from './deps';
import { dropHere, type OpenCache } from './open-cache';

/**
 * Drops what was made of some tags here, on other instances and from the CDN: at the commit of the
 * current transaction, before its author is answered, as the next reader may be the author.
 * @param opened gives the cache, which is open only from the first use on
 */
export const dropAtCommit =
  (deps: ResponseCacheDeps, opened: () => OpenCache) =>
  (tags: readonly string[]): Promise<void> =>
    onCommit(deps.strapi, () => {
      const { cache, channel, purgeHook } = opened();
      dropHere(deps, cache, tags);
      channel?.publish(tags);
      purgeHook?.purge(tags);
    });
