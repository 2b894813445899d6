import { banInput, type BanKind, type BanView } from '../../../../shared/contracts/moderation';
import { fault } from '../../../../shared/faults';
import { LIMITS } from '../../../../shared/limits';
import { inTransaction, onConnection } from '../../platform/database/connection';
import { assertNoFaults, decode, notFound } from '../../platform/errors';
import { isDocumentId, randomToken } from '../../platform/security/hash';
import type { AdminUser } from '../../platform/strapi/admin-user';
import type { DocumentId } from '../../platform/strapi/uids';
import type { ModerationDeps } from './deps';
import { selectAuthor, selectToSweep } from './sweep-store';

/** Kinds of masked values: with a typed-in value the cards would show whether a guess is right. */
const PERSONAL_KINDS: readonly BanKind[] = ['email', 'network'];

/** @throws NotFoundError unless there is such a comment */
async function authorOf({ strapi }: ModerationDeps, commentId: DocumentId) {
  const author = isDocumentId(commentId)
    ? await onConnection(strapi, (knex) => selectAuthor(knex, commentId))
    : null;
  if (author === null) throw notFound('Comment');
  return author;
}

/** Makes the comments of a banned author that nobody has put away spam; returns how many. */
async function sweep(
  { comments, strapi }: ModerationDeps,
  of: { kind: Exclude<BanKind, 'domain'>; value: string },
  cause: { by: AdminUser; reason: string | null }
): Promise<number> {
  let swept = 0;
  // One transaction for each part: a long sweep in one would lock all articles until its end.
  for (let part = 1; part > 0; swept += part) {
    part = await inTransaction(strapi, async (trx) => {
      const ids = await selectToSweep(trx, of.kind, of.value, LIMITS.bulk);
      const { moved } = await comments.changeStatus(
        trx,
        ids.map((documentId) => ({ documentId, status: 'spam' as const })),
        { kind: 'decision', batch: randomToken(), ...cause }
      );
      return moved.length;
    });
  }
  return swept;
}

/**
 * Bans the author of a comment, or a value that was typed in, and sweeps their comments away where
 * that is asked for.
 * @param data as `banInput`
 * @returns the ban, and how many comments were made spam
 * @throws ValidationError; NotFoundError unless there is such a comment
 */
export const banAuthor =
  (deps: ModerationDeps) =>
  async (moderator: AdminUser, data: unknown): Promise<{ ban: BanView; swept: number }> => {
    const input = decode(banInput, data);
    const { kind, commentId, value, days = null, reason = null } = input;
    if (value !== undefined && PERSONAL_KINDS.includes(kind) && !moderator.personalData) {
      const message = `a ban by ${kind} that is typed in is for those who may see personal data`;
      assertNoFaults([fault('value', 'not_allowed', message)]);
    }
    if (commentId === undefined && value === undefined) {
      assertNoFaults([fault('value', 'required', 'give a comment or a value')]);
    }
    const on = commentId === undefined ? (value ?? '') : await authorOf(deps, commentId);
    const made = await deps.bans.add({ kind, on, days, reason, by: moderator.name });
    const swept =
      input.sweep && kind !== 'domain'
        ? await sweep(deps, { kind, value: made.value }, { by: moderator, reason })
        : 0;
    return { ban: made.ban, swept };
  };
