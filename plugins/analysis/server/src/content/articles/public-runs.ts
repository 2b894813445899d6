import type { Core } from '@strapi/strapi';
import { attributesOf } from '../../platform/strapi/content-types';
import { UID } from '../../platform/strapi/uids';
import { configOf } from '../../config';

/**
 * Makes public by which run and prompt a post was made, where `delivery.publicRuns` says so; before
 * Strapi makes its routes and schemas of the content type.
 */
export function publishRuns(strapi: Core.Strapi): void {
  if (!configOf(strapi).delivery.publicRuns) return;
  const { promptHash, runId } = attributesOf(strapi, UID.article);
  for (const attribute of [promptHash, runId]) if (attribute) attribute.private = false;
}
