import { cleanUp, cleanUpDaily } from './daily-cleanup';
import type { HousekeepingDeps } from './deps';
import { countThreadsOnce, recount } from './recount';

/** What keeps the tables in order. */
export const createHousekeeping = (deps: HousekeepingDeps) => ({
  /** Purges and forgets what is old, now. */
  run: cleanUp(deps),

  /** The same, unless some instance did it within the day: then null. */
  runOnce: cleanUpDaily(deps),

  /** Counts everything again from the rows. */
  recount: recount(deps),

  /** For bootstrap: counts threads again that an earlier version counted otherwise. */
  countThreadsOnce: countThreadsOnce(deps),
});

export type Housekeeping = ReturnType<typeof createHousekeeping>;
