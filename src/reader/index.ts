import type { Core } from '@strapi/strapi';
import { PageError, sendError } from './error-page';
import { claim, comment, rate, withdraw } from './forms';
import type { ReaderContext } from './http';
import { findPost, formAddress, listPage, previewPage, searchPage, sendPost } from './pages';
import { robots } from './robots';

export { sendErrorPage } from './error-page';

type Handler = (strapi: Core.Strapi, ctx: ReaderContext, slug: string) => void | Promise<void>;

const showPost: Handler = async (strapi, ctx, slug) => {
  const post = await findPost(strapi, ctx, slug);
  if (post !== null) await sendPost(strapi, ctx, post);
};

const ROUTES: { method: 'GET' | 'POST'; path: RegExp; handler: Handler }[] = [
  { method: 'GET', path: /^\/$/, handler: listPage },
  { method: 'GET', path: /^\/search\/?$/, handler: searchPage },
  { method: 'GET', path: /^\/robots\.txt$/, handler: robots },
  { method: 'GET', path: /^\/posts\/([^/]+)\/?$/, handler: showPost },
  { method: 'GET', path: /^\/preview\/([^/]+)$/, handler: previewPage },
  { method: 'POST', path: /^\/posts\/([^/]+)\/rating$/, handler: rate },
  { method: 'POST', path: /^\/posts\/([^/]+)\/rating\/withdraw$/, handler: withdraw },
  { method: 'POST', path: /^\/posts\/([^/]+)\/comments$/, handler: comment },
  { method: 'POST', path: /^\/posts\/([^/]+)\/claims$/, handler: claim },
  // Where a refused form was shown, and the reader asks for the page again.
  {
    method: 'GET',
    path: /^\/posts\/([^/]+)\/(?:rating(?:\/withdraw)?|comments|claims)$/,
    handler: formAddress,
  },
];

/**
 * Answers a request for one of the reader's pages.
 * @returns false when the address is not the reader's
 */
export async function answer(strapi: Core.Strapi, ctx: ReaderContext): Promise<boolean> {
  const method = ctx.method === 'HEAD' ? 'GET' : ctx.method;
  const route = ROUTES.find((each) => each.method === method && each.path.test(ctx.path));
  if (route === undefined) return false;
  const [, raw = ''] = route.path.exec(ctx.path) ?? [];
  try {
    let slug: string;
    try {
      slug = decodeURIComponent(raw);
    } catch {
      throw new PageError(400);
    }
    await route.handler(strapi, ctx, slug);
  } catch (error) {
    sendError(strapi, ctx, error);
  }
  return true;
}
