import type { Core } from '@strapi/strapi';
import type { Housekeeping } from './api';

/** Every instance strikes at this time; `claimJob` lets one run. */
const SCHEDULE = '17 3 * * *';

/** Puts the daily job on Strapi's clock. */
export function scheduleHousekeeping(strapi: Core.Strapi, housekeeping: Housekeeping): void {
  strapi.cron.add({
    'analysis-housekeeping': {
      async task() {
        const done = await housekeeping.runOnce();
        if (done === null) return;
        strapi.log.info(
          `Comments: ${done.purged} purged from trash and spam, networks of ${done.forgotten} forgotten; ${done.bans} ended bans deleted`
        );
      },
      options: { rule: SCHEDULE },
    },
  });
}
