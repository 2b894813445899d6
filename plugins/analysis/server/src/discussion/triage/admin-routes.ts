import { MODERATION } from '../../../../shared/permissions';
import { adminRoute, type Route } from '../../platform/strapi/routes';

const { settings } = MODERATION;

export const triageAdminRoutes: Route[] = [
  adminRoute('GET', '/triage/policy', 'triage.policy', [settings]),
  adminRoute('PUT', '/triage/policy', 'triage.setPolicy', [settings]),
  adminRoute('POST', '/triage/replay', 'triage.replay', [settings]),
];
