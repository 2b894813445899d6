import type { Core } from '@strapi/strapi';
import { onConnection } from '../../platform/database/connection';
import { services, type Services } from '../../common/services';
import { configOf } from '../../config';
import { claimJob, forgetNetworks, selectToPurge } from '../../platform/jobs/claim-job';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Less than a day, so that a clock that runs a little fast misses none. */
const ONCE_MS = 20 * 60 * 60 * 1000;
const PART = 200;

const JOB = 'daily';
/** Every instance strikes at this time; `claimJob` lets one run. */
const SCHEDULE = '17 3 * * *';

const daysAgo = (days: number): Date => new Date(Date.now() - days * DAY_MS);

/** What is done once a day; see `Services` for the contract. */
export const housekeepingService = ({
  strapi,
}: {
  strapi: Core.Strapi;
}): Services['housekeeping'] => ({
  async run() {
    const { purgeAfterDays, forgetNetworksAfterDays } = configOf(strapi).comments;
    let purged = 0;
    while (purgeAfterDays > 0) {
      const ids = await onConnection(strapi, (knex) =>
        selectToPurge(knex, daysAgo(purgeAfterDays), PART)
      );
      for (const id of ids) await services(strapi).comments.discard(id);
      purged += ids.length;
      if (ids.length < PART) break;
    }
    const forgotten =
      forgetNetworksAfterDays > 0
        ? await onConnection(strapi, (knex) =>
            forgetNetworks(knex, daysAgo(forgetNetworksAfterDays))
          )
        : 0;
    await services(strapi).notices.tidy(new Date());
    // Not at once: a lifted ban can be put back for a day.
    const bans = await services(strapi).bans.forgetEnded(daysAgo(1));
    return { purged, forgotten, bans };
  },

  claim: (job, since) => onConnection(strapi, (knex) => claimJob(knex, job, since)),

  async runOnce() {
    if (!(await this.claim(JOB, new Date(Date.now() - ONCE_MS)))) return null;
    return this.run();
  },
});

/** Puts the daily job on Strapi's clock. */
export function scheduleHousekeeping(strapi: Core.Strapi): void {
  strapi.cron.add({
    'analysis-housekeeping': {
      async task() {
        const done = await services(strapi).housekeeping.runOnce();
        if (done === null) return;
        strapi.log.info(
          `Comments: ${done.purged} purged from trash and spam, networks of ${done.forgotten} forgotten; ${done.bans} ended bans deleted`
        );
      },
      options: { rule: SCHEDULE },
    },
  });
}
