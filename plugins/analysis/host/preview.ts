import { analysisService } from './services';

/**
 * The handler of Strapi's preview (`admin.preview.config.handler`): a link to an article as it
 * stands, on the site, for the administrator behind the request.
 * @returns null for other types, and for those who may not read the article
 */
export const previewHandler = (
  uid: string,
  of: { documentId?: string; status?: string }
): Promise<string | null> => analysisService(strapi, 'previews').link(uid, of);
