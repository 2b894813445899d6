import type { Core } from '@strapi/strapi';
import { noticeTokenInput } from '../../../../shared/contracts/notices';
import { fault } from '../../../../shared/faults';
import { afterCommit } from '../../platform/database/after-commit';
import { onConnection, type Trx } from '../../platform/database/connection';
import { assertNoFaults, decode } from '../../platform/errors';
import { claimJob } from '../../platform/jobs/claim-job';
import { randomToken } from '../../platform/security/hash';
import { services, type Services } from '../../common/services';
import type { DocumentId } from '../../platform/strapi/uids';
import { configOf } from '../../config';
import {
  claimAddress,
  confirmAddress,
  deleteByEmail,
  deleteUnconfirmed,
  selectAddresses,
  selectByEmail,
  stopAddress,
} from '../../audience/subscriptions/store';
import { confirmations } from './confirmations';
import type { NoticeKind } from './schema';
import { emailHash, needsModerator, nextAttempt, noticeKey, UNDO_MS } from './rules';
import { senderOf, type Round } from './send-mail';
import {
  claimDue,
  deleteOfAddresses,
  deleteSent,
  insertNotices,
  markSent,
  postpone,
  selectAnswered,
  selectAuthorsToTell,
  type NewNotice,
  type NoticeRow,
} from './store';
import { CONFIRM_MS, readNoticeToken } from '../../audience/subscriptions/link-token';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
/** Mails that one round takes, and how long it may take over them. */
const ROUND = 50;
const CLAIM_MS = 10 * 60 * 1000;
/** How long it is kept that something was told. */
const REMEMBER_MS = 30 * DAY_MS;
/** However many comments come in, moderators get no more than a mail in this time. */
const WAITING_EVERY_MS = 60_000;
/** A digest is due a little before its hours are over, so that the clock's minute misses none. */
const SLACK_MS = 90_000;

type Told = { commentId: DocumentId; addressId: DocumentId };

/** Mail to moderators and to comments' authors; see `Services` for the contract. */
export const noticesService = ({ strapi }: { strapi: Core.Strapi }): Services['notices'] => {
  const settings = () => configOf(strapi).notices;
  const sender = senderOf(strapi);
  /** Until then moderators get no further mail from this instance. */
  let nextWaiting = 0;

  const toAuthors = (kind: NoticeKind, told: Told[]): NewNotice[] =>
    told.map(({ commentId, addressId }) => ({
      kind,
      noticeKey: noticeKey(kind, commentId, addressId),
      commentId,
      addressId,
      dueAt: new Date(Date.now() + UNDO_MS),
    }));

  /** Writes into the outbox; what is due now is sent once that is committed. */
  const put = async (trx: Trx, notices: NewNotice[]): Promise<void> => {
    if (notices.length === 0) return;
    await insertNotices(trx, notices);
    const now = Date.now();
    if (notices.some(({ dueAt }) => dueAt.getTime() <= now)) {
      await afterCommit(strapi, () => services(strapi).notices.deliver());
    }
  };

  const addressOf = async (token: string) => {
    const secrets = services(strapi).identity.secrets();
    const read = readNoticeToken(token, new Date(), secrets);
    if (read === null) return null;
    const found = await onConnection(strapi, (knex) => selectAddresses(knex, [read.addressId]));
    const address = found.get(read.addressId);
    // A stop is for ever, whatever links there are from before it.
    if (!address || (read.purpose === 'confirm' && address.stoppedAt !== null)) return null;
    return { purpose: read.purpose, address };
  };

  /** Sends some mails of one round, and says what became of them. */
  const attempt = async (
    rows: NoticeRow[],
    now: Date,
    work: () => Promise<boolean>
  ): Promise<{ sent: number; failed: number }> => {
    const ids = rows.map(({ id }) => id);
    try {
      const done = await work();
      await onConnection(strapi, (knex) => markSent(knex, ids, new Date()));
      return { sent: done ? 1 : 0, failed: 0 };
    } catch (error) {
      strapi.log.warn(`A notice could not be mailed: ${(error as Error).message}`);
      for (const { id, attempts } of rows) {
        const next = nextAttempt(attempts, now);
        if (next === null) strapi.log.error(`Notice ${id} is given up after ${attempts} attempts`);
        await onConnection(strapi, (knex) =>
          next === null ? markSent(knex, [id], now) : postpone(knex, [id], next, attempts)
        );
      }
      return { sent: 0, failed: 1 };
    }
  };

  const sendRound = async (rows: NoticeRow[], now: Date) => {
    const ids = (of: (row: NoticeRow) => DocumentId | null) =>
      rows.map(of).filter((id): id is DocumentId => id !== null);
    const commentIds = ids(({ commentId }) => commentId);
    const comments = commentIds.length === 0 ? [] : await services(strapi).events.read(commentIds);
    const addressIds = ids(({ addressId }) => addressId);
    const round: Round = {
      now,
      addresses: await onConnection(strapi, (knex) => selectAddresses(knex, addressIds)),
      comments: new Map(comments.map((comment) => [comment.documentId, comment])),
    };
    const total = { sent: 0, failed: 0 };
    const add = (made: { sent: number; failed: number }): void => {
      total.sent += made.sent;
      total.failed += made.failed;
    };
    const waiting = rows.filter(({ kind }) => kind === 'waiting');
    if (waiting.length > 0 && now.getTime() < nextWaiting) {
      const those = waiting.map(({ id }) => id);
      await onConnection(strapi, (knex) => postpone(knex, those, new Date(nextWaiting), 0));
    } else if (waiting.length > 0) {
      nextWaiting = now.getTime() + WAITING_EVERY_MS;
      add(await attempt(waiting, now, () => sender.waiting(waiting, round)));
    }
    for (const row of rows) {
      if (row.kind === 'waiting') continue;
      const work = {
        confirm: () => sender.confirm(row, round),
        digest: () => sender.digest(),
        approved: () => sender.author(row, round),
        reply: () => sender.author(row, round),
      }[row.kind];
      add(await attempt([row], now, work));
    }
    return total;
  };

  return {
    offered: () => settings().authors,

    async subscribe(trx, { email, authorKey, language }) {
      const hash = emailHash(email);
      const { documentId: addressId } = await claimAddress(trx, {
        ...{ emailHash: hash, authorKey, email, language },
      });
      const address = (await selectAddresses(trx, [addressId])).get(addressId);
      const isOn = address !== undefined && address.confirmedAt !== null && !address.stoppedAt;
      return { addressId, confirmed: isOn };
    },

    async ofComments(trx, what, comments) {
      const { authors, moderators } = settings();
      const notices: NewNotice[] = [];
      if (moderators.send === 'immediate') {
        const now = new Date();
        for (const comment of comments.filter((each) => needsModerator(what, each))) {
          const about = `${comment.documentId}:${what}:${comment.reports}`;
          notices.push({
            kind: 'waiting',
            noticeKey: noticeKey('waiting', about),
            commentId: comment.documentId,
            addressId: null,
            dueAt: now,
          });
        }
      }
      // Those that came with them and wait are told of when they are approved.
      const shown = comments
        .filter(({ status }) => status === 'approved')
        .map(({ documentId }) => documentId);
      if (authors && shown.length > 0 && (what === 'created' || what === 'approved')) {
        notices.push(...toAuthors('reply', await selectAnswered(trx, shown)));
        const dueAt = new Date(Date.now() + (what === 'approved' ? UNDO_MS : 0));
        notices.push(...(await confirmations(strapi, trx, shown, dueAt)));
        // Who is public at once was told so by the answer to the form.
        if (what === 'approved') {
          notices.push(...toAuthors('approved', await selectAuthorsToTell(trx, shown)));
        }
      }
      await put(trx, notices);
    },

    async ofClaim(trx, about) {
      if (settings().moderators.send !== 'immediate') return;
      await put(trx, [
        {
          kind: 'waiting',
          noticeKey: noticeKey('waiting', `claim:${about}`),
          commentId: null,
          addressId: null,
          dueAt: new Date(),
        },
      ]);
    },

    async look(token) {
      const found = await addressOf(token);
      return found && { purpose: found.purpose, language: found.address.language };
    },

    async settle(data) {
      const { token } = decode(noticeTokenInput(), data);
      const found = await addressOf(token);
      if (found === null) {
        assertNoFaults([
          fault('token', 'not_found', 'this link is not whole, or its time is over'),
        ]);
      }
      const { purpose, address } = found as NonNullable<typeof found>;
      const now = new Date();
      await onConnection(strapi, (knex) =>
        purpose === 'confirm'
          ? confirmAddress(knex, address.documentId, now)
          : stopAddress(knex, address.emailHash, now)
      );
      return { done: purpose };
    },

    async deliver(now = new Date()) {
      const total = { sent: 0, failed: 0 };
      for (;;) {
        const until = new Date(now.getTime() + CLAIM_MS);
        const rows = await onConnection(strapi, (knex) =>
          claimDue(knex, randomToken(), { now, until }, ROUND)
        );
        if (rows.length === 0) return total;
        const { sent, failed } = await sendRound(rows, now);
        total.sent += sent;
        total.failed += failed;
      }
    },

    async digest(now = new Date()) {
      const { send, digestHours } = settings().moderators;
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
    },

    async ofAddress(email) {
      const rows = await onConnection(strapi, (knex) => selectByEmail(knex, emailHash(email)));
      return rows.map((row) => ({
        email: row.email,
        askedAt: row.createdAt.toISOString(),
        confirmedAt: row.confirmedAt?.toISOString() ?? null,
        stoppedAt: row.stoppedAt?.toISOString() ?? null,
      }));
    },

    async forgetAddress(email) {
      const hash = emailHash(email);
      return onConnection(strapi, async (knex) => {
        const rows = await selectByEmail(knex, hash);
        const ids = rows.map(({ documentId }) => documentId);
        await deleteOfAddresses(knex, ids);
        return { erased: await deleteByEmail(knex, hash), kept: 0 };
      });
    },

    async tidy(now) {
      await onConnection(strapi, async (knex) => {
        await deleteUnconfirmed(knex, new Date(now.getTime() - CONFIRM_MS));
        await deleteSent(knex, new Date(now.getTime() - REMEMBER_MS));
      });
    },
  };
};
