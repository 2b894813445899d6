import type { Core } from '@strapi/strapi';
import { configOf } from '../config';

/** Where the server is reached, as configured; never by the `Host` that a request names. */
const serverUrl = (strapi: Core.Strapi): string =>
  (strapi.config.get('server.url') as string | undefined) ||
  (strapi.config.get('server.absoluteUrl') as string);

/** An address on the server as an absolute one. */
export function absolute(strapi: Core.Strapi, url: string): string {
  const base = serverUrl(strapi);
  return new URL(url, base.includes('://') ? base : 'http://localhost').toString();
}

/** The absolute address of one of the plugin's public routes. @param path such as `/feed.rss` */
export const apiUrl = (strapi: Core.Strapi, path: string): string =>
  absolute(strapi, `${strapi.config.get('api.rest.prefix', '/api') as string}/analysis${path}`);

/** The front page of the site that shows the posts. */
export const homeUrl = (strapi: Core.Strapi): string =>
  absolute(strapi, configOf(strapi).siteUrl || '/');
