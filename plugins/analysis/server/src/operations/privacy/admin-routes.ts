import { MODERATION } from '../../../../shared/permissions';
import { adminRoute, type Route } from '../../platform/strapi/routes';

const { personalData, decide } = MODERATION;

export const privacyRoutes: Route[] = [
  adminRoute('POST', '/privacy/export', 'privacy.export', [personalData]),
  adminRoute('POST', '/privacy/erase', 'privacy.erase', [personalData, decide]),
];
