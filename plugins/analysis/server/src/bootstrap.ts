import type { Core } from '@strapi/strapi';
import { prepareAdminRoles } from './audience/access/moderator-role';
import { ADMIN_ACTIONS } from './audience/access/permissions';
import { registrationWarning } from './audience/access/registration';
import { grantReaderPermissions } from './audience/access/service';
import { arrangeArticleFormOnce } from './content/articles/form-layout';
import { fillSummariesOnce } from './content/articles/migrate-summaries';
import { addressWarning } from './platform/http/urls';
import { addFieldHintsOnce } from './platform/strapi/field-hints';
import { guardSorts } from './platform/strapi/hidden-sorts';
import { addInternalTypes } from './platform/strapi/internal-type';
import { services } from './common/services';
import { contentTypes, editorViews, internalTypes } from './content-types';
import { countThreadsOnce } from './discussion/comments/threads';
import { allowEvents } from './operations/webhooks/service';
import { scheduleHousekeeping } from './operations/housekeeping/service';
import { rekeyBansOnce } from './discussion/bans/rekey';
import { rekeyAddressesOnce } from './audience/subscriptions/rekey';
import { scheduleNotices } from './operations/notifications/schedule';
import { watchOthers } from './delivery/response-cache/watch-dependencies';
import { rekeySourcesOnce } from './content/sources/rekey';

export async function bootstrap({ strapi }: { strapi: Core.Strapi }): Promise<void> {
  for (const warning of [addressWarning(strapi), await registrationWarning(strapi)]) {
    if (warning !== null) strapi.log.warn(warning);
  }
  addInternalTypes(strapi, internalTypes);
  guardSorts(strapi, Object.keys(contentTypes));
  await addFieldHintsOnce(strapi, editorViews);
  await arrangeArticleFormOnce(strapi);
  await fillSummariesOnce(strapi);
  await strapi.service('admin::permission').actionProvider.registerMany(ADMIN_ACTIONS);
  watchOthers(strapi);
  await grantReaderPermissions(strapi);
  await prepareAdminRoles(strapi);
  await countThreadsOnce(strapi);
  await rekeySourcesOnce(strapi);
  await rekeyBansOnce(strapi);
  await rekeyAddressesOnce(strapi);
  allowEvents(strapi);
  services(strapi).postCache.open();
  await services(strapi).search.open();
  scheduleHousekeeping(strapi);
  scheduleNotices(strapi);
}
