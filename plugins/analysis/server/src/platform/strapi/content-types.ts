import type { Core } from '@strapi/strapi';
import type { Attribute } from './collection-query/shape';
import { fromStrapi } from './from-strapi';

/*
 * Strapi types its look-ups by the uids of an application's generated types, which a plugin has
 * none of: these take any.
 */

/** The loaded content type or component of a uid; the same object each time. */
export const modelOf = (
  strapi: Core.Strapi,
  uid: string
): { attributes: Record<string, Attribute> } => fromStrapi(strapi.getModel(uid as never));

/** Its attributes. */
export const attributesOf = (strapi: Core.Strapi, uid: string): Record<string, Attribute> =>
  modelOf(strapi, uid).attributes;

/** The document service of a content type, whose fields are not known. */
export const documentsOf = (strapi: Core.Strapi, uid: string): DocumentService =>
  fromStrapi(strapi.documents(uid as never));

/** The part of Strapi's document service that is used. */
interface DocumentService {
  findOne(params: object): Promise<Record<string, unknown> | null>;
  create(params: object): Promise<Record<string, unknown>>;
  update(params: object): Promise<Record<string, unknown> | null>;
  publish(params: { documentId: string }): Promise<unknown>;
}
