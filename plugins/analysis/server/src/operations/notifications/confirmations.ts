import type { Core } from '@strapi/strapi';
import type { Trx } from '../../platform/database/connection';
import { services } from '../../common/services';
import type { DocumentId } from '../../platform/strapi/uids';
import { configOf } from '../../config';
import { lockPasts, stampConfirmSent } from '../../audience/subscriptions/store';
import { mayAsk, noticeKey } from './rules';
import { selectUnasked, type NewNotice } from './store';
import { CONFIRM_MS } from '../../audience/subscriptions/link-token';

const HOUR = 60 * 60;
const DAY = 24 * HOUR;

/** Counts one mail more because of a network's comments; says whether it is one too many. */
async function isTooMany(strapi: Core.Strapi, network: string | null): Promise<boolean> {
  if (network === null) return false;
  const { perHour, perDay } = configOf(strapi).notices.confirmations;
  const { limits } = services(strapi);
  if ((await limits.take('confirmations', network, HOUR)) > perHour) return true;
  return (await limits.take('confirmations', network, DAY)) > perDay;
}

/**
 * Mails that ask authors whose comments are public now whether their addresses are theirs. Until
 * then nobody is written to: a comment that is held may give anyone's address.
 */
export async function confirmations(
  strapi: Core.Strapi,
  trx: Trx,
  commentIds: DocumentId[],
  dueAt: Date
): Promise<NewNotice[]> {
  const now = new Date();
  const since = new Date(now.getTime() - CONFIRM_MS);
  const unasked = await selectUnasked(trx, commentIds, since);
  if (unasked.length === 0) return [];
  const pasts = await lockPasts(trx, [...new Set(unasked.map(({ emailHash }) => emailHash))]);
  const asked = new Map<DocumentId, NewNotice>();
  for (const { commentId, addressId, emailHash, network } of unasked) {
    const past = pasts.filter((each) => each.emailHash === emailHash);
    if (asked.has(addressId) || !mayAsk(past, since)) continue;
    if (await isTooMany(strapi, network)) continue;
    pasts.push({ emailHash, confirmSentAt: now, stoppedAt: null });
    const key = noticeKey('confirm', now.toISOString(), addressId);
    asked.set(addressId, { kind: 'confirm', noticeKey: key, commentId, addressId, dueAt });
  }
  await stampConfirmSent(trx, [...asked.keys()], now);
  return [...asked.values()];
}
