import type { Core } from '@strapi/strapi';
import { configOf } from '../../config';

/**
 * Every address that leaves the site is made here, from the configuration alone. The `Host` of a
 * request is anyone's to choose, and answers are cached for the next reader.
 */
const under = (base: string, path: string): string => `${base.replace(/\/+$/, '')}${path}`;

/**
 * An address on the server: under `server.url`, else where Strapi listens (`server.absoluteUrl`,
 * which is one or the other and always absolute).
 * @param path begins with a slash, or is empty
 */
export const serverUrl = (strapi: Core.Strapi, path: string): string =>
  under(strapi.config.get<string>('server.absoluteUrl'), path);

/** The absolute address of one of the plugin's public routes. @param path such as `/feed.rss` */
export const apiUrl = (strapi: Core.Strapi, path: string): string =>
  serverUrl(strapi, `${strapi.config.get<string>('api.rest.prefix', '/api')}/analysis${path}`);

/** An address on the site that shows the posts: under `siteUrl`, else on the server. */
export const siteUrl = (strapi: Core.Strapi, path: string): string =>
  under(configOf(strapi).siteUrl || serverUrl(strapi, ''), path);

/** The front page of that site. */
export const homeUrl = (strapi: Core.Strapi): string =>
  new URL(configOf(strapi).siteUrl || serverUrl(strapi, '/')).href;

const postPath = (strapi: Core.Strapi, slug: string): string =>
  configOf(strapi).postPath.replace(':slug', slug);

/** The page of a post. */
export const postUrl = (strapi: Core.Strapi, slug: string): string =>
  siteUrl(strapi, postPath(strapi, slug));

/** What `server.url` says; empty where nobody has said where the server is reached. */
const configuredServer = (strapi: Core.Strapi): string =>
  strapi.config.get<string | undefined>('server.url') ?? '';

/**
 * A link to a post's page for answers that are read on the site itself: relative while no address
 * is configured, so that it holds wherever the reader came in. What leaves the site takes `postUrl`.
 */
export const postLink = (strapi: Core.Strapi, slug: string): string =>
  under(configOf(strapi).siteUrl || configuredServer(strapi), postPath(strapi, slug));

/** The same for a file of the media library. */
export const fileLink = (strapi: Core.Strapi, url: string): string =>
  isPath(url) ? under(configuredServer(strapi), url) : fileUrl(strapi, url);

const isPath = (url: string): boolean => url.startsWith('/') && !url.startsWith('//');

/** A file of the media library. @param url as its upload provider gives it, absolute or not */
export const fileUrl = (strapi: Core.Strapi, url: string): string =>
  isPath(url) ? serverUrl(strapi, url) : new URL(url, serverUrl(strapi, '/')).href;

/**
 * What is wrong with the configured addresses of a server that readers use.
 * @returns a sentence for the log, null when there is nothing to say
 */
export function addressWarning(strapi: Core.Strapi): string | null {
  const configured = /^https?:/.test(configuredServer(strapi));
  if (strapi.config.get('environment') !== 'production' || configured) return null;
  const what = configOf(strapi).siteUrl ? 'Feeds, files and links in mails' : 'All addresses';
  return `${what} that leave this server begin with ${serverUrl(strapi, '')}, as PUBLIC_URL (server.url) is not set`;
}
