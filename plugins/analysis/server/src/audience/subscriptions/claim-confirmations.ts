import type { Trx } from '../../platform/database/connection';
import type { DocumentId } from '../../platform/strapi/uids';
import { configOf } from '../../config';
import type { SubscriptionsDeps } from './deps';
import { CONFIRM_MS } from './link-token';
import { mayAsk } from './rules';
import { lockPasts, selectUnasked, stampConfirmSent, type Recipient } from './store';

const HOUR = 60 * 60;
const DAY = 24 * HOUR;

/** Counts one more mail caused by a network's comments. @returns whether it exceeds the limit */
async function isTooMany(
  { limiter, strapi }: SubscriptionsDeps,
  network: string | null
): Promise<boolean> {
  if (network === null) return false;
  const { perHour, perDay } = configOf(strapi).notifications.confirmations;
  if ((await limiter.take('confirmations', network, HOUR)) > perHour) return true;
  return (await limiter.take('confirmations', network, DAY)) > perDay;
}

/**
 * Takes the addresses of some comments' authors that are to be asked now for their confirmation,
 * and notes that they are asked. Until a comment is public nobody is written to: one that is held
 * may give anyone's address.
 * @param commentIds comments that are public now
 * @returns each address once, with the comment that it is asked about
 */
export const claimConfirmations =
  (deps: SubscriptionsDeps) =>
  async (trx: Trx, commentIds: DocumentId[], now: Date): Promise<Recipient[]> => {
    const since = new Date(now.getTime() - CONFIRM_MS);
    const unasked = await selectUnasked(trx, commentIds, since);
    if (unasked.length === 0) return [];
    const pasts = await lockPasts(trx, [...new Set(unasked.map(({ emailHash }) => emailHash))]);
    const asked = new Map<DocumentId, Recipient>();
    for (const { commentId, addressId, emailHash, network } of unasked) {
      const past = pasts.filter((each) => each.emailHash === emailHash);
      if (asked.has(addressId) || !mayAsk(past, since)) continue;
      if (await isTooMany(deps, network)) continue;
      pasts.push({ emailHash, confirmSentAt: now, stoppedAt: null });
      asked.set(addressId, { commentId, addressId });
    }
    await stampConfirmSent(trx, [...asked.keys()], now);
    return [...asked.values()];
  };
