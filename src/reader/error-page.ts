import type { Core } from '@strapi/strapi';
import { codeOf, nameOf } from './errors';
import { pageContext, sayRetryAfter, sendPrivate, type ReaderContext } from './http';
import type { MessageKey } from './localizer';
import { renderMessage } from './layout';

/** A name that the message pages know how to put in words. */
export class PageError extends Error {
  constructor(readonly status: 400 | 403 | 404 | 415) {
    super(String(status));
  }
}

/** A form from another site, refused before anything is looked at. */
export class CrossSiteError extends Error {}

const STATUS_OF_NAME: Record<string, number> = {
  ValidationError: 400,
  ForbiddenError: 403,
  NotFoundError: 404,
  PayloadTooLargeError: 413,
  RateLimitError: 429,
  // What the database layer throws when no connection comes free, or none can be made.
  KnexTimeoutError: 503,
};

const UNREACHABLE = ['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'ETIMEDOUT', 'EPIPE'];

/** The status that an error which came up while a page was made is answered with. */
function statusOf(error: unknown): number {
  if (error instanceof PageError) return error.status;
  if (error instanceof CrossSiteError) return 403;
  if (UNREACHABLE.includes(codeOf(error))) return 503;
  return STATUS_OF_NAME[nameOf(error)] ?? 500;
}

const MESSAGES: Record<number, { title: MessageKey; text: MessageKey }> = {
  401: { title: 'forbiddenTitle', text: 'forbiddenText' },
  403: { title: 'forbiddenTitle', text: 'forbiddenText' },
  404: { title: 'notFoundTitle', text: 'notFoundText' },
  405: { title: 'notFoundTitle', text: 'notFoundText' },
  413: { title: 'badBodyTitle', text: 'tooLargeText' },
  415: { title: 'badBodyTitle', text: 'badBodyText' },
  429: { title: 'tooManyTitle', text: 'tooManyText' },
  503: { title: 'unavailableTitle', text: 'unavailableText' },
};

const wordsOf = (status: number): { title: MessageKey; text: MessageKey } =>
  MESSAGES[status] ??
  (status < 500
    ? { title: 'badRequestTitle', text: 'notFoundText' }
    : { title: 'errorTitle', text: 'errorText' });

/** Answers with a page that says what a status means. @param text said instead of the usual */
export function sendErrorPage(
  strapi: Core.Strapi,
  ctx: ReaderContext,
  status: number,
  text: MessageKey = wordsOf(status).text
): void {
  // It keeps nothing of an address that may be the error.
  const context = pageContext(strapi, ctx, '/');
  const { t } = context.localizer;
  sendPrivate(ctx, status, renderMessage(context, t(wordsOf(status).title), t(text)));
}

/** Seconds after which a reader may try again when the database could not be reached. */
const RETRY_SECONDS = 10;

/** Answers with a page that says what went wrong; the server's own errors go to the log. */
export function sendError(strapi: Core.Strapi, ctx: ReaderContext, error: unknown): void {
  const status = statusOf(error);
  if (status >= 500) strapi.log.error(error);
  sayRetryAfter(ctx, error);
  if (status === 503) ctx.set('Retry-After', String(RETRY_SECONDS));
  sendErrorPage(strapi, ctx, status, error instanceof CrossSiteError ? 'crossSiteText' : undefined);
}
