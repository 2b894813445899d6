import { MODERATION } from '../../../../shared/permissions';
import { adminRoute, type Route } from '../../platform/strapi/routes';
import { CLAIM_FILTERS } from './rules';

const { read, decide } = MODERATION;

export const claimDeskRoutes: Route[] = [
  adminRoute(
    'GET',
    '/claims',
    'claim-desk.find',
    [read],
    [...['status', 'sort', 'limit', 'cursor'], ...CLAIM_FILTERS]
  ),
  adminRoute('GET', '/claims/counts', 'claim-desk.counts', [read], CLAIM_FILTERS),
  adminRoute('PUT', '/claims/:documentId', 'claim-desk.decide', [decide]),
];
