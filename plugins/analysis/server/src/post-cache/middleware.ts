import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { services } from '../common/services';

/**
 * `plugin::analysis.post-cache`: answers readers from what is kept, before anything else runs. The
 * application puts it first of all in `config/middlewares.ts`; anywhere else it would keep answers
 * to which later middlewares still add headers.
 */
export const postCacheMiddleware =
  (_config: unknown, { strapi }: { strapi: Core.Strapi }) =>
  (ctx: Context, next: Next): Promise<void> =>
    services(strapi).postCache.handle(ctx, next);
