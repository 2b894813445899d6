import type { Core } from '@strapi/strapi';
import type { ReaderContext } from './http';
import { API } from './layout';

const SECONDS = 3_600;

/** What crawlers need not look at: pages without an end, of one person, or for who works here. */
const CLOSED = ['/admin', '/preview/', '/search', '/*?*cursor=', '/*?*reply=', '/*?*thread='];

/** `/robots.txt` (RFC 9309), with the address of the sitemap. */
export function robots(strapi: Core.Strapi, ctx: ReaderContext): void {
  const server = strapi.config.get<string>('server.absoluteUrl').replace(/\/+$/, '');
  ctx.status = 200;
  ctx.type = 'text/plain; charset=utf-8';
  ctx.set('Cache-Control', `public, max-age=${SECONDS}`);
  ctx.body = [
    'User-agent: *',
    ...CLOSED.map((path) => `Disallow: ${path}`),
    '',
    `Sitemap: ${server}${API}/sitemap.xml`,
    '',
  ].join('\n');
}
