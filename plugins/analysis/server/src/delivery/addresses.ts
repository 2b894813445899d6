import type { Core } from '@strapi/strapi';
import type { CoverView } from '../../../shared/contracts/posts';
import { configOf } from '../config';
import type { PostRow } from './store';
import { coverView } from './views';

const serverUrl = (strapi: Core.Strapi): string =>
  (strapi.config.get('server.url') as string | undefined) ?? '';

/**
 * An address on the site that shows the posts, absolute as far as the configuration tells.
 * @param fallback where it stands when the configuration does not say
 */
export const onSite = (strapi: Core.Strapi, path: string, fallback = ''): string =>
  `${(configOf(strapi).siteUrl || serverUrl(strapi) || fallback).replace(/\/$/, '')}${path}`;

/** The address of a post's page. */
export const pageUrl = (strapi: Core.Strapi, slug: string): string =>
  onSite(strapi, configOf(strapi).postPath.replace(':slug', slug));

/** A cover as readers reach it: files of a private provider only under a signed address. */
export async function coverOf(strapi: Core.Strapi, row: PostRow): Promise<CoverView | null> {
  if (row.cover_url === null) return null;
  const file = await strapi.plugin('upload').service('file').signFileUrls({
    url: row.cover_url,
    provider: row.cover_provider,
    hash: row.cover_hash,
    ext: row.cover_ext,
    mime: row.cover_mime,
  });
  const { url } = file as { url: string };
  return coverView(row, url.startsWith('/') ? `${serverUrl(strapi)}${url}` : url);
}
