import type { Core } from '@strapi/strapi';
import { BAN_KINDS, banInput, type BanView } from '../../../shared/contracts/moderation';
import { fault } from '../../../shared/faults';
import { LIMITS } from '../../../shared/limits';
import { inTransaction, onConnection } from '../common/database';
import { assertNoFaults, decode, notFound } from '../common/errors';
import { isDocumentId, randomToken } from '../common/ids';
import { services, type Services } from '../common/services';
import { banHash, banLabel, banValue } from './rules';
import {
  deleteBan,
  insertEvents,
  selectActiveBans,
  selectAuthor,
  selectBans,
  selectToSweep,
  upsertBan,
  type BanRow,
} from './store';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Bans that the desk lists. */
const LISTED = 500;

/** Which column a ban's past comments are found by; those of a whole domain are not swept. */
const SWEPT = { author: 'author_key', email: 'author_email', network: 'ip_hash' } as const;

const view = (row: BanRow): BanView => ({
  documentId: row.documentId,
  kind: row.kind,
  label: row.label,
  reason: row.reason,
  by: row.actorName ?? '',
  createdAt: row.createdAt.toISOString(),
  until: row.until?.toISOString() ?? null,
});

/** Whose comments are spam on arrival; see `Services` for the contract. */
export const bansService = ({ strapi }: { strapi: Core.Strapi }): Services['bans'] => ({
  list: async () => (await onConnection(strapi, (knex) => selectBans(knex, LISTED))).map(view),

  async find(trx, author) {
    const hashes = BAN_KINDS.flatMap((kind) => {
      const value = banValue(kind, author);
      return value === null ? [] : [banHash(kind, value)];
    });
    const [found] = await selectActiveBans(trx, hashes);
    return found ?? null;
  },

  async ban(moderator, data) {
    const {
      kind,
      commentId,
      value,
      days = null,
      reason = null,
      sweep = false,
    } = decode(banInput, data);
    const author =
      commentId !== undefined && isDocumentId(commentId)
        ? await onConnection(strapi, (knex) => selectAuthor(knex, commentId))
        : null;
    if (commentId !== undefined && author === null) throw notFound('Comment');
    const whom = author === null ? (value ?? null) : banValue(kind, author);
    if (whom === null) {
      assertNoFaults([
        author === null
          ? fault('value', 'required', 'give a comment or a value')
          : fault('kind', 'not_allowed', `this comment says nothing to ban by ${kind}`),
      ]);
    }
    const banned = whom as string;
    const made = await inTransaction(strapi, (trx) =>
      upsertBan(trx, {
        kind,
        valueHash: banHash(kind, banned),
        label: banLabel(kind, banned, author?.name ?? ''),
        reason,
        actorName: moderator.name,
        until: days === null ? null : new Date(Date.now() + days * DAY_MS),
      })
    );
    let swept = 0;
    if (sweep && kind !== 'domain') {
      // A transaction for each part, so that a long sweep holds up nobody.
      for (let part = 1; part > 0; swept += part) {
        part = await inTransaction(strapi, async (trx) => {
          const ids = await selectToSweep(trx, SWEPT[kind], banned, LIMITS.bulk);
          const moved = await services(strapi).comments.setStatuses(
            trx,
            ids.map((documentId) => ({ documentId, status: 'spam' as const })),
            { reason }
          );
          await services(strapi).comments.closeReports(trx, ids, 'upheld');
          const batch = randomToken();
          await insertEvents(trx, {
            kind: 'decision',
            by: moderator,
            batch,
            reason,
            comments: moved,
          });
          return moved.length;
        });
      }
    }
    return { ban: view(made), swept };
  },

  async lift(banId) {
    const lifted = isDocumentId(banId)
      ? await onConnection(strapi, (knex) => deleteBan(knex, banId))
      : 0;
    if (lifted === 0) throw notFound('Ban');
  },
});
