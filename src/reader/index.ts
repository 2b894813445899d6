import type { Core } from '@strapi/strapi';
import { claim, comment, CrossSiteError, rate, withdraw } from './forms';
import { pageContext, sendPrivate, type ReaderContext } from './http';
import type { Word } from './i18n';
import { renderMessage } from './layout';
import { findPost, listPage, PageError, previewPage, searchPage, sendPost } from './pages';

type Handler = (strapi: Core.Strapi, ctx: ReaderContext, slug: string) => Promise<void>;

const showPost: Handler = async (strapi, ctx, slug) => {
  const post = await findPost(strapi, ctx, slug);
  if (post !== null) await sendPost(strapi, ctx, post);
};

const ROUTES: { method: 'GET' | 'POST'; path: RegExp; handler: Handler }[] = [
  { method: 'GET', path: /^\/$/, handler: listPage },
  { method: 'GET', path: /^\/search\/?$/, handler: searchPage },
  { method: 'GET', path: /^\/posts\/([^/]+)\/?$/, handler: showPost },
  { method: 'GET', path: /^\/preview\/([^/]+)$/, handler: previewPage },
  { method: 'POST', path: /^\/posts\/([^/]+)\/rating$/, handler: rate },
  { method: 'POST', path: /^\/posts\/([^/]+)\/rating\/withdraw$/, handler: withdraw },
  { method: 'POST', path: /^\/posts\/([^/]+)\/comments$/, handler: comment },
  { method: 'POST', path: /^\/posts\/([^/]+)\/claims$/, handler: claim },
];

/** Title and text of the page that stands for an error. */
function messageFor(error: unknown): { status: number; title: Word; text: Word } {
  if (error instanceof CrossSiteError) {
    return { status: 403, title: 'forbiddenTitle', text: 'crossSiteText' };
  }
  const { name } = error as Error;
  const status = error instanceof PageError ? error.status : null;
  if (status === 404 || name === 'NotFoundError') {
    return { status: 404, title: 'notFoundTitle', text: 'notFoundText' };
  }
  if (status === 403 || name === 'ForbiddenError') {
    return { status: 403, title: 'forbiddenTitle', text: 'forbiddenText' };
  }
  if (status === 400 || name === 'ValidationError') {
    return { status: 400, title: 'badRequestTitle', text: 'notFoundText' };
  }
  return { status: 500, title: 'errorTitle', text: 'errorText' };
}

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
    const { status, title, text } = messageFor(error);
    if (status === 500) strapi.log.error(error);
    const context = pageContext(strapi, ctx);
    // The page of an error keeps nothing of an address that may be the error.
    const html = renderMessage(
      { ...context, path: '/', query: {} },
      context.voice.t(title),
      context.voice.t(text)
    );
    sendPrivate(ctx, status, html);
  }
  return true;
}
