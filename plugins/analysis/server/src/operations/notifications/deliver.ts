import { onConnection } from '../../platform/database/connection';
import { errorOf } from '../../platform/errors';
import { randomToken } from '../../platform/security/hash';
import type { DocumentId } from '../../platform/strapi/uids';
import type { NotificationsDeps } from './deps';
import { nextAttempt } from './rules';
import { senderOf, type Round } from './send-mail';
import { claimDue, markSent, postpone, type NoticeRow } from './store';

/** Mails that one round takes, and how long it may take over them. */
const ROUND = 50;
const CLAIM_MS = 10 * 60 * 1000;
/** However many comments come in, moderators get no more than a mail in this time. */
const WAITING_EVERY_MS = 60_000;

/** How many mails were sent, and how many could not be. */
export interface Delivered {
  sent: number;
  failed: number;
}

/** Sends some mails of one round, and notes what became of them. */
async function attempt(
  { strapi }: NotificationsDeps,
  rows: NoticeRow[],
  now: Date,
  send: () => Promise<boolean>
): Promise<Delivered> {
  const ids = rows.map(({ id }) => id);
  try {
    const done = await send();
    await onConnection(strapi, (knex) => markSent(knex, ids, new Date()));
    return { sent: done ? 1 : 0, failed: 0 };
  } catch (error) {
    strapi.log.warn(`A notice could not be mailed: ${errorOf(error).message}`);
    for (const { id, attempts } of rows) {
      const next = nextAttempt(attempts, now);
      if (next === null) strapi.log.error(`Notice ${id} is given up after ${attempts} attempts`);
      await onConnection(strapi, (knex) =>
        next === null ? markSent(knex, [id], now) : postpone(knex, [id], next, attempts)
      );
    }
    return { sent: 0, failed: 1 };
  }
}

/** What the mails of a round are made of, read in two queries. */
async function readRound(
  { comments, subscriptions }: NotificationsDeps,
  rows: NoticeRow[],
  now: Date
): Promise<Round> {
  const ids = (of: (row: NoticeRow) => DocumentId | null) =>
    rows.map(of).filter((id): id is DocumentId => id !== null);
  const commentIds = ids(({ commentId }) => commentId);
  const found = commentIds.length === 0 ? [] : await comments.snapshots(commentIds);
  return {
    now,
    addresses: await subscriptions.find(ids(({ addressId }) => addressId)),
    comments: new Map(found.map((comment) => [comment.documentId, comment])),
  };
}

/** What one instance keeps from round to round. */
interface Sending {
  sender: ReturnType<typeof senderOf>;
  /** When moderators may next get a mail from this instance, in ms since 1970. */
  nextWaiting: number;
}

async function sendRound(
  deps: NotificationsDeps,
  sending: Sending,
  rows: NoticeRow[],
  now: Date
): Promise<Delivered[]> {
  const { nextWaiting, sender } = sending;
  const round = await readRound(deps, rows, now);
  const results: Delivered[] = [];
  const waiting = rows.filter(({ kind }) => kind === 'waiting');
  if (waiting.length > 0 && now.getTime() < nextWaiting) {
    const ids = waiting.map(({ id }) => id);
    await onConnection(deps.strapi, (knex) => postpone(knex, ids, new Date(nextWaiting), 0));
  } else if (waiting.length > 0) {
    sending.nextWaiting = now.getTime() + WAITING_EVERY_MS;
    results.push(await attempt(deps, waiting, now, () => sender.waiting(waiting, round)));
  }
  for (const row of rows) {
    if (row.kind === 'waiting') continue;
    const send = {
      confirm: () => sender.confirm(row, round),
      digest: () => sender.digest(),
      approved: () => sender.author(row, round),
      reply: () => sender.author(row, round),
    }[row.kind];
    results.push(await attempt(deps, [row], now, send));
  }
  return results;
}

/** Sends what is due. @param now for those that wait so that a decision can be undone */
export function deliver(deps: NotificationsDeps) {
  const sending: Sending = { sender: senderOf(deps), nextWaiting: 0 };
  return async (now = new Date()): Promise<Delivered> => {
    const total: Delivered = { sent: 0, failed: 0 };
    for (;;) {
      const until = new Date(now.getTime() + CLAIM_MS);
      const rows = await onConnection(deps.strapi, (knex) =>
        claimDue(knex, randomToken(), { now, until }, ROUND)
      );
      if (rows.length === 0) return total;
      for (const { sent, failed } of await sendRound(deps, sending, rows, now)) {
        total.sent += sent;
        total.failed += failed;
      }
    }
  };
}
