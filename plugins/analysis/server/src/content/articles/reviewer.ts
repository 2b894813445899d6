import type { Core } from '@strapi/strapi';
import { currentModerator } from '../../platform/strapi/admin-user';

/** The name of the administrator behind the current request; null elsewhere. */
export const reviewerName = (strapi: Core.Strapi): string | null =>
  currentModerator(strapi)?.name || null;
