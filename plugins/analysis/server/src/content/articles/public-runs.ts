import type { Core } from '@strapi/strapi';
import { UID } from '../../platform/strapi/uids';
import { configOf } from '../../config';

/**
 * Makes public by which run and prompt a post was made, where `delivery.publicRuns` says so; before
 * Strapi makes its routes and schemas of the content type.
 */
export function publishRuns(strapi: Core.Strapi): void {
  if (!configOf(strapi).delivery.publicRuns) return;
  const { promptHash, runId } = strapi.contentType(UID.article as never).attributes as Record<
    string,
    { private?: boolean }
  >;
  for (const attribute of [promptHash, runId]) if (attribute) attribute.private = false;
}
