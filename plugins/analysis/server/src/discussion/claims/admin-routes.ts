import { MODERATION } from '../../../../shared/permissions';
import { adminRoute, type Route } from '../../platform/strapi/routes';

const { read, decide } = MODERATION;

export const claimDeskRoutes: Route[] = [
  adminRoute('GET', '/claims', 'claim-desk.find', [read]),
  adminRoute('GET', '/claims/counts', 'claim-desk.counts', [read]),
  adminRoute('PUT', '/claims/:documentId', 'claim-desk.decide', [decide]),
];
