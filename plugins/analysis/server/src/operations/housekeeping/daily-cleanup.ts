import { claimJob } from '../../platform/jobs/claim-job';
import { configOf } from '../../config';
import type { HousekeepingDeps } from './deps';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Less than a day, so that a clock that runs a little fast misses none. */
const ONCE_MS = 20 * 60 * 60 * 1000;
/** Comments that are read at a time. */
const BATCH = 200;
const JOB = 'daily';

const daysAgo = (days: number): Date => new Date(Date.now() - days * DAY_MS);

/** How many comments were purged, comments' networks forgotten, and ended bans deleted. */
export interface Cleaned {
  purged: number;
  forgotten: number;
  bans: number;
}

/** Purges trash and spam, and forgets networks, by the configured ages; and bans that are over. */
export const cleanUp =
  ({ bans, comments, notifications, strapi, subscriptions }: HousekeepingDeps) =>
  async (): Promise<Cleaned> => {
    const { purgeAfterDays, forgetNetworksAfterDays } = configOf(strapi).comments;
    let purged = 0;
    while (purgeAfterDays > 0) {
      const ids = await comments.toPurge(daysAgo(purgeAfterDays), BATCH);
      for (const id of ids) await comments.discard(id);
      purged += ids.length;
      if (ids.length < BATCH) break;
    }
    const forgotten =
      forgetNetworksAfterDays > 0
        ? await comments.forgetNetworks(daysAgo(forgetNetworksAfterDays))
        : 0;
    await subscriptions.tidy(new Date());
    await notifications.tidy(new Date());
    // Not at once: a lifted ban can be put back for a day.
    return { purged, forgotten, bans: await bans.forgetEnded(daysAgo(1)) };
  };

/** The same, unless some instance did it within the day: then null. */
export const cleanUpDaily = (deps: HousekeepingDeps) => async (): Promise<Cleaned | null> => {
  const isOurs = await claimJob(deps.strapi, JOB, new Date(Date.now() - ONCE_MS));
  return isOurs ? cleanUp(deps)() : null;
};
