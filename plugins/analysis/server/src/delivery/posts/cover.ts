import type { Core } from '@strapi/strapi';
import type { CoverView } from '../../../../shared/contracts/posts';
import { fileLink } from '../../platform/http/urls';
import { fromStrapi } from '../../platform/strapi/from-strapi';
import type { PostRow } from './store';
import { coverView } from './views';

/** The upload plugin's service of files. */
interface Files {
  signFileUrls<File extends { url: string }>(file: File): Promise<File>;
}

/** A cover as readers reach it: files of a private provider only under a signed address. */
export async function coverOf(strapi: Core.Strapi, row: PostRow): Promise<CoverView | null> {
  if (row.cover_url === null) return null;
  const files = fromStrapi<Files>(strapi.plugin('upload').service('file'));
  const { url } = await files.signFileUrls({
    url: row.cover_url,
    provider: row.cover_provider,
    hash: row.cover_hash,
    ext: row.cover_ext,
    mime: row.cover_mime,
  });
  return coverView(row, fileLink(strapi, url));
}
