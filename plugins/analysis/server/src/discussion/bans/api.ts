import type { Core } from '@strapi/strapi';
import type { BansMeta, BanView } from '../../../../shared/contracts/moderation';
import type { PersonalBan } from '../../../../shared/contracts/privacy';
import { mailboxOf } from '../../../../shared/mailbox';
import { inTransaction, onConnection, type Connection } from '../../platform/database/connection';
import { notFound } from '../../platform/errors';
import { cutPage, decodeCursor } from '../../platform/http/pagination';
import { isDocumentId } from '../../platform/security/hash';
import type { DocumentId } from '../../platform/strapi/uids';
import { addBan } from './add-ban';
import { forgetAddress, forgetAuthors } from './forget-authors';
import { banHash, banHashes, type BanMarks } from './rules';
import {
  deleteEndedBans,
  liftBan,
  restoreBan,
  selectActiveBans,
  selectBanOn,
  selectBans,
  type BanRow,
} from './store';
import { banView } from './view';

export type { BanMarks } from './rules';

/** A ban that is in force. */
export type ActiveBan = Pick<BanRow, 'kind' | 'until' | 'reason'>;

/** Authors whose new comments are spam. */
export const createBans = (strapi: Core.Strapi) => ({
  /** Those in force, newest first. @throws ValidationError at `cursor` */
  async list({
    limit,
    cursor,
  }: {
    limit: number;
    cursor?: unknown;
  }): Promise<{ items: BanView[]; meta: BansMeta }> {
    const keyset = decodeCursor(cursor);
    const rows = await onConnection(strapi, (knex) =>
      selectBans(knex, { limit: limit + 1, cursor: keyset })
    );
    const { page, nextCursor } = cutPage(rows, limit);
    return { items: page.map(banView), meta: { limit, nextCursor } };
  },

  /** For each of some authors a ban in force on any of their marks, in one query. */
  async find(knex: Connection, authors: readonly BanMarks[]): Promise<(ActiveBan | null)[]> {
    const marks = authors.map(banHashes);
    const bans = await selectActiveBans(knex, [...new Set(marks.flat())]);
    return marks.map((hashes) => bans.find(({ valueHash }) => hashes.includes(valueHash)) ?? null);
  },

  /** Bans an author, or a value that was typed in. */
  add: addBan(strapi),

  /** Ends a ban before its time. @throws NotFoundError unless it is in force */
  async lift(banId: DocumentId): Promise<void> {
    const lifted = isDocumentId(banId)
      ? await onConnection(strapi, (knex) => liftBan(knex, banId))
      : 0;
    if (lifted === 0) throw notFound('Ban');
  },

  /**
   * Puts one that was lifted in force again.
   * @throws NotFoundError when it has expired, or was deleted
   */
  async restore(banId: DocumentId): Promise<BanView> {
    const ban = isDocumentId(banId)
      ? await inTransaction(strapi, (trx) => restoreBan(trx, banId))
      : null;
    if (ban === null) throw notFound('Ban');
    return banView(ban);
  },

  /** Deletes those that ended before a date; returns how many. */
  forgetEnded: (before: Date): Promise<number> =>
    onConnection(strapi, (knex) => deleteEndedBans(knex, before)),

  /** All bans stored on an address, whatever its case, for the person's export. */
  async ofAddress(email: string): Promise<PersonalBan[]> {
    const hash = banHash('email', mailboxOf(email));
    const ban = await onConnection(strapi, (knex) => selectBanOn(knex, hash));
    if (ban === null) return [];
    const { label, reason, createdAt, until } = banView(ban);
    return [{ kind: 'email', label, reason, createdAt, until, inForce: ban.inForce }];
  },

  /** A ban in force stays, as a bare hash: it would mean nothing if asking ended it. */
  forgetAddress: forgetAddress(strapi),

  /** Takes out of bans what they say of the authors of some comments; the bans stay. */
  forgetAuthors: forgetAuthors(strapi),
});

export type Bans = ReturnType<typeof createBans>;
