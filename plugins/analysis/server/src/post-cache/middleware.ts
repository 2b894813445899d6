import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import type { Services } from '../common/services';

/**
 * `plugin::analysis.post-cache`: answers readers from what is kept, before anything else runs. The
 * application puts it first of all in `config/middlewares.ts`; anywhere else it would keep answers
 * to which later middlewares still add headers.
 */
export const postCacheMiddleware = (_config: unknown, { strapi }: { strapi: Core.Strapi }) => {
  let cache: Services['postCache'] | undefined;
  return (ctx: Context, next: Next): Promise<void> => {
    // Looked up once: this runs before everything, tens of thousands of times a second.
    cache ??= strapi.plugin('analysis').service('postCache') as Services['postCache'];
    return cache.handle(ctx, next);
  };
};
