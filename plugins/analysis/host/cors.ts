import type { Context } from 'koa';

/** What other sites ask for: the API that anyone may read. The admin's own is not among it. */
const PUBLIC = /^\/(?:api|graphql)(?:\/|$)/;

const READS = ['GET', 'HEAD'];

/** The method that a request, or a preflight for it, is about. */
const methodOf = (ctx: Context): string =>
  ctx.method === 'OPTIONS' ? ctx.get('access-control-request-method') || 'GET' : ctx.method;

/**
 * Which origins may ask, for `strapi::cors`: any may read the public API, the given ones may write
 * to it (GraphQL is asked by POST), and none but the admin's own may reach the admin.
 * @param writers origins, or `*` for any
 */
export const originsFor =
  (writers: string[]) =>
  (ctx: Context): string[] => {
    if (!PUBLIC.test(ctx.path)) {
      return [new URL(strapi.config.get<string>('admin.absoluteUrl')).origin];
    }
    return READS.includes(methodOf(ctx)) ? ['*'] : writers;
  };
