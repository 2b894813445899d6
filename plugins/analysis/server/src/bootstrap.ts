import type { Core } from '@strapi/strapi';
import { ADMIN_ACTIONS } from './audience/access/roles';
import { missingForPublicRole } from './audience/access/public-role';
import { registrationWarning } from './audience/access/registration';
import { arrangeArticleFormOnce } from './content/articles/form-layout';
import { fillSummariesOnce } from './content/articles/migrate-summaries';
import {
  disableStatementCache,
  missingForStatements,
} from './platform/database/prepared-statement';
import { internalsWarning } from './platform/internals';
import { addressWarning } from './platform/http/urls';
import { adminActions, forbidReading } from './platform/strapi/internal-type';
import { guardSorts } from './platform/strapi/hidden-sorts';
import { settingsWarnings } from './config';
import { INTERNAL_UIDS, PUBLIC_TYPES } from './content-types';
import { scheduleHousekeeping } from './operations/housekeeping/schedule';
import { roomsOf } from './registry';
import { rekeyBansOnce } from './discussion/bans/rekey';
import { rekeyAddressesOnce } from './audience/subscriptions/rekey';
import { scheduleNotifications } from './operations/notifications/schedule';
import { missingForShortcut } from './delivery/response-cache/middleware';
import { watchDependencies } from './delivery/response-cache/watch-dependencies';
import { rekeySourcesOnce } from './content/sources/rekey';

export async function bootstrap({ strapi }: { strapi: Core.Strapi }): Promise<void> {
  const rooms = roomsOf(strapi);
  for (const warning of [
    ...settingsWarnings(),
    addressWarning(strapi),
    await registrationWarning(strapi),
    internalsWarning(await checkInternals(strapi)),
  ]) {
    if (warning !== null) strapi.log.warn(warning);
  }
  forbidReading(strapi, INTERNAL_UIDS);
  guardSorts(strapi, PUBLIC_TYPES);
  await arrangeArticleFormOnce(strapi);
  await fillSummariesOnce(strapi, () => rooms.postCache.dropAll());
  await adminActions(strapi).registerMany(ADMIN_ACTIONS);
  watchDependencies(strapi, rooms.postCache);
  await rooms.access.grantReaderPermissions();
  await rooms.access.prepareAdminRoles();
  await rooms.housekeeping.countThreadsOnce();
  await rekeySourcesOnce(strapi);
  await rekeyBansOnce(strapi);
  await rekeyAddressesOnce(strapi);
  rooms.events.allowEvents();
  rooms.postCache.open();
  await rooms.search.open();
  scheduleHousekeeping(strapi, rooms.housekeeping);
  scheduleNotifications(strapi, rooms.notifications);
}

/** Takes the ordinary path where internals of others are not as expected. @returns what is not */
async function checkInternals(strapi: Core.Strapi): Promise<string[]> {
  const { connection } = strapi.db;
  const ofStatements = await missingForStatements(connection);
  if (ofStatements.length > 0) disableStatementCache(connection);
  return [
    ...ofStatements,
    ...missingForShortcut(strapi.server.httpServer),
    ...missingForPublicRole(strapi),
  ];
}
