import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { pages } from '../pages';

/** Whose callers are programs. */
const OF_PROGRAMS = /^\/(?:api|graphql|admin)(?:\/|$)/;

/** Whether a browser asked for a page: whoever takes anything, or JSON, gets what Strapi answers. */
const asksForPage = (ctx: Context): boolean =>
  !OF_PROGRAMS.test(ctx.path) && ctx.accepts('json', 'html') === 'html';

/**
 * Answers a person's browser with a page where Strapi would with JSON or a bare word: an address
 * that is not there, a body that is refused, too many requests.
 */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }) =>
  async (ctx: Context, next: Next): Promise<void> => {
    await next();
    // What Strapi's router says, with `Allow`, of methods that it has not heard of: no failure of the
    // server, as oEmbed's 501 for a format is none either.
    if (ctx.status === 501 && ctx.response.get('Allow') !== '') ctx.status = 405;
    if (ctx.status < 400 || ctx.response.is('html') || !asksForPage(ctx)) return;
    const { sendErrorPage } = await pages();
    sendErrorPage(strapi, ctx, ctx.status);
  };
