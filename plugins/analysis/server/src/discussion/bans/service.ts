import type { Core } from '@strapi/strapi';
import { banInput, type BanInput, type BanView } from '../../../../shared/contracts/moderation';
import { fault } from '../../../../shared/faults';
import { LIMITS } from '../../../../shared/limits';
import { mailboxOf } from '../../../../shared/mailbox';
import { inTransaction, onConnection } from '../../platform/database/connection';
import { assertNoFaults, decode, notFound } from '../../platform/errors';
import { isDocumentId, randomToken } from '../../platform/security/hash';
import { cutPage, decodeCursor } from '../../platform/http/pagination';
import { services, type Services } from '../../common/services';
import { banHash, banHashes, banLabel, banValue, typedBanValue } from '../moderation/rules';
import {
  deleteEndedBans,
  liftBan,
  restoreBan,
  selectActiveBans,
  selectAuthor,
  selectBanOn,
  selectBans,
  selectToSweep,
  stripBans,
  upsertBan,
  type BanRow,
} from '../moderation/store';

const DAY_MS = 24 * 60 * 60 * 1000;
const view = (row: BanRow): BanView => ({
  documentId: row.documentId,
  kind: row.kind,
  label: row.label,
  reason: row.reason,
  by: row.actorName ?? '',
  createdAt: row.createdAt.toISOString(),
  until: row.until?.toISOString() ?? null,
});

/** Kinds whose values, typed in, would tell from the cards whom a guess is right of. */
const PERSONAL_KINDS: readonly string[] = ['email', 'network'];

type Target = Pick<BanInput, 'kind' | 'commentId' | 'value'>;

/** Whom a ban is on: the author of a comment, or a value that was typed in. */
async function targetOf(
  strapi: Core.Strapi,
  { kind, commentId, value }: Target
): Promise<{ value: string; name: string }> {
  if (commentId === undefined) {
    if (value === undefined) {
      assertNoFaults([fault('value', 'required', 'give a comment or a value')]);
    }
    const typed = typedBanValue(kind, value ?? '');
    if (!typed.ok) assertNoFaults([typed.fault]);
    return { value: typed.ok ? typed.value : '', name: '' };
  }
  const author = isDocumentId(commentId)
    ? await onConnection(strapi, (knex) => selectAuthor(knex, commentId))
    : null;
  if (author === null) throw notFound('Comment');
  const mark = banValue(kind, author);
  if (mark === null) {
    assertNoFaults([fault('kind', 'not_allowed', `this comment says nothing to ban by ${kind}`)]);
  }
  return { value: mark ?? '', name: author.name ?? '' };
}

/** Whose comments are spam on arrival; see `Services` for the contract. */
export const bansService = ({ strapi }: { strapi: Core.Strapi }): Services['bans'] => ({
  async list({ limit, cursor }) {
    const keyset = decodeCursor(cursor);
    const rows = await onConnection(strapi, (knex) =>
      selectBans(knex, { limit: limit + 1, cursor: keyset })
    );
    const { page, nextCursor } = cutPage(rows, limit);
    return { items: page.map(view), meta: { limit, nextCursor } };
  },

  async find(trx, authors) {
    const marks = authors.map(banHashes);
    const bans = await selectActiveBans(trx, marks.flat());
    return marks.map((hashes) => bans.find(({ valueHash }) => hashes.includes(valueHash)) ?? null);
  },

  async ban(moderator, data) {
    const { days = null, reason = null, sweep = false, ...target } = decode(banInput(), data);
    const { kind } = target;
    if (target.value !== undefined && PERSONAL_KINDS.includes(kind) && !moderator.personalData) {
      const message = `a ban by ${kind} that is typed in is for those who may see personal data`;
      assertNoFaults([fault('value', 'not_allowed', message)]);
    }
    const { value: banned, name } = await targetOf(strapi, target);
    const made = await inTransaction(strapi, (trx) =>
      upsertBan(trx, {
        kind,
        valueHash: banHash(kind, banned),
        label: banLabel(kind, banned, name),
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
          const ids = await selectToSweep(trx, kind, banned, LIMITS.bulk);
          const moved = await services(strapi).comments.setStatuses(
            trx,
            ids.map((documentId) => ({ documentId, status: 'spam' as const })),
            { kind: 'decision', by: moderator, batch: randomToken(), reason }
          );
          return moved.length;
        });
      }
    }
    return { ban: view(made), swept };
  },

  async lift(banId) {
    const lifted = isDocumentId(banId)
      ? await onConnection(strapi, (knex) => liftBan(knex, banId))
      : 0;
    if (lifted === 0) throw notFound('Ban');
  },

  async restore(banId) {
    const ban = isDocumentId(banId)
      ? await inTransaction(strapi, (trx) => restoreBan(trx, banId))
      : null;
    if (ban === null) throw notFound('Ban');
    return view(ban);
  },

  forgetEnded: (before) => onConnection(strapi, (knex) => deleteEndedBans(knex, before)),

  async ofAddress(email) {
    const hash = banHash('email', mailboxOf(email));
    const ban = await onConnection(strapi, (knex) => selectBanOn(knex, hash));
    if (ban === null) return [];
    const { label, reason, createdAt, until } = view(ban);
    return [{ kind: 'email', label, reason, createdAt, until, inForce: ban.inForce }];
  },

  async forgetAddress(email) {
    const hash = banHash('email', mailboxOf(email));
    return onConnection(strapi, async (knex) => {
      await stripBans(knex, [hash]);
      return {
        erased: await deleteEndedBans(knex, new Date(), hash),
        kept: (await selectActiveBans(knex, [hash])).length,
      };
    });
  },

  async forgetAuthors(authors) {
    const hashes = authors.flatMap(({ authorKey, network }) => [
      ...(authorKey === null ? [] : [banHash('author', authorKey)]),
      ...(network === null ? [] : [banHash('network', network)]),
    ]);
    await onConnection(strapi, (knex) => stripBans(knex, [...new Set(hashes)]));
  },
});
