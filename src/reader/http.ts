import { articleTag, LIST_TAG } from 'strapi-plugin-analysis/server';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { chooseLocale, localizerFor } from './localizer';
import { retryAfterOf } from './errors';
import type { PageContext } from './layout';
import { analysis } from './services';

/** What Strapi's middlewares add to Koa's context. */
export type ReaderContext = Context & {
  query: Record<string, unknown>;
  request: Context['request'] & { body?: unknown };
};

/** Inline code cannot run, whatever a text might smuggle in; forms go nowhere else. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "connect-src 'self'",
  "img-src 'self' https: data:",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** A query parameter that came once, as text. */
export const parameter = (ctx: ReaderContext, name: string): string | null => {
  const value = ctx.query[name];
  return typeof value === 'string' && value !== '' ? value : null;
};

/** By the plugin's own reading of the header, so that the page chooses as the API does. */
const acceptedBy = (strapi: Core.Strapi, ctx: ReaderContext): string[] =>
  analysis(strapi, 'posts').acceptedLanguages(ctx.get('accept-language'));

/** The language that a reader chose, where it is a tag; anything else stands in no link. */
const chosenLanguage = (ctx: ReaderContext): string | null => {
  const lang = parameter(ctx, 'lang');
  return lang !== null && /^[a-z]{2,8}(-[a-z\d]{1,8})*$/i.test(lang) ? lang : null;
};

/** The languages that a reader asks for, by preference. */
export const languagesOf = (strapi: Core.Strapi, ctx: ReaderContext): string[] => {
  const lang = chosenLanguage(ctx);
  const tags = acceptedBy(strapi, ctx);
  return lang === null ? tags : [lang, ...tags];
};

const localeOf = (strapi: Core.Strapi, ctx: ReaderContext): string =>
  chooseLocale(languagesOf(strapi, ctx));

/**
 * What a page needs to know of the request.
 * @param path the page's own, whatever was written on the request line
 * @param query what the page understood of the query: links carry nothing else, as the page may be
 *   kept and shown to others
 */
export const pageContext = (
  strapi: Core.Strapi,
  ctx: ReaderContext,
  path: string,
  query: Record<string, string> = {}
): PageContext => ({
  localizer: localizerFor(localeOf(strapi, ctx)),
  path,
  query,
  lang: chosenLanguage(ctx),
});

/** Of some parameters those that came once, as text. */
export const parameters = (ctx: ReaderContext, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = parameter(ctx, name);
      return value === null ? [] : [[name, value] as const];
    })
  );

/** Sends a page that no cache may keep: an error, or an answer to one person. */
export function sendPrivate(ctx: ReaderContext, status: number, html: string): void {
  ctx.status = status;
  ctx.set('Content-Security-Policy', CONTENT_SECURITY_POLICY);
  ctx.set('Cache-Control', 'no-store');
  ctx.vary('Accept-Language');
  ctx.type = 'text/html';
  ctx.body = html;
}

/** Tells when to try again, where a service refused one too many. */
export function sayRetryAfter(ctx: ReaderContext, error: unknown): void {
  const seconds = retryAfterOf(error);
  if (seconds !== null) ctx.set('Retry-After', String(seconds));
}

/** Sends a page for who has a link to it; only the admin, which opens it, may frame it. */
export function sendPreview(strapi: Core.Strapi, ctx: ReaderContext, html: string): void {
  sendPrivate(ctx, 200, html);
  const admin = new URL(strapi.config.get<string>('admin.absoluteUrl')).origin;
  const policy = CONTENT_SECURITY_POLICY.replace(
    "frame-ancestors 'none'",
    `frame-ancestors 'self' ${admin}`
  );
  ctx.set('Content-Security-Policy', policy);
  ctx.set('Cache-Control', 'private, no-store');
  ctx.set('X-Robots-Tag', 'noindex');
}

/**
 * Sends a page that belongs to no one person; 304 when the browser holds this very one.
 * @param of what the page shows: documentIds of articles, or null for a list of posts
 * @param summaryFor the summary that a reader of some languages gets
 */
export function sendPublic(
  strapi: Core.Strapi,
  ctx: ReaderContext,
  html: string,
  { of, summaryFor }: { of: string[] | null; summaryFor: (languages: string[]) => string }
): void {
  ctx.set('Content-Security-Policy', CONTENT_SECURITY_POLICY);
  analysis(strapi, 'postCache').send(ctx, {
    body: html,
    type: 'text/html',
    // The browser asks each time, so that a reader sees their own vote counted; others may wait.
    browserMaxAge: 0,
    tags: of === null ? [LIST_TAG] : of.map(articleTag),
    // The language of the page, the one that its links carry, and the summary it shows.
    varyBy: (request) =>
      [
        localeOf(strapi, request),
        chosenLanguage(request) ?? '',
        summaryFor(languagesOf(strapi, request)),
      ].join(' '),
  });
}

/**
 * Whether a form came from this site. Browsers say so in `Sec-Fetch-Site`; older ones only in
 * `Origin` or `Referer`, whose host must be ours. Who says nothing is refused.
 */
export function isSameSite(ctx: ReaderContext): boolean {
  const fetchSite = ctx.get('sec-fetch-site');
  if (fetchSite !== '') return fetchSite === 'same-origin' || fetchSite === 'none';
  const from = ctx.get('origin') || ctx.get('referer');
  try {
    return new URL(from).host === ctx.host;
  } catch {
    return false;
  }
}

/** Field of a form, as text. */
export const field = (ctx: ReaderContext, name: string): string => {
  const body: unknown = ctx.request.body;
  const value: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, name) : '';
  return typeof value === 'string' ? value : '';
};
