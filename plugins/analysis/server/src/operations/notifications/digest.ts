import { onConnection, type Trx } from '../../platform/database/connection';
import { claimJob } from '../../platform/jobs/claim-job';
import { configOf } from '../../config';
import type { NotificationsDeps } from './deps';
import { noticeKey } from './rules';
import { insertNotices } from './store';

const HOUR_MS = 60 * 60 * 1000;
/** A digest is due a little before its hours are over, so that the clock's minute misses none. */
const SLACK_MS = 90_000;

/** Puts a digest of what waits into the outbox when one is due; returns whether one was. */
export const digest =
  ({ strapi }: NotificationsDeps) =>
  async (now = new Date()): Promise<boolean> => {
    const { send, digestHours } = configOf(strapi).notifications.moderators;
    if (send !== 'digest') return false;
    const since = new Date(now.getTime() - digestHours * HOUR_MS + SLACK_MS);
    if (!(await claimJob(strapi, 'digest', since))) return false;
    await onConnection(strapi, (knex) =>
      insertNotices(knex as Trx, [
        {
          kind: 'digest',
          noticeKey: noticeKey('digest', now.toISOString()),
          commentId: null,
          addressId: null,
          dueAt: now,
        },
      ])
    );
    return true;
  };
