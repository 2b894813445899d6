import { claimDecisionInput, type ClaimCard } from '../../../../shared/contracts/claims';
import { inTransaction, onConnection } from '../../platform/database/connection';
import { decode, EditedError, notFound } from '../../platform/errors';
import { isDocumentId } from '../../platform/security/hash';
import type { AdminUser } from '../../platform/strapi/admin-user';
import type { DocumentId } from '../../platform/strapi/uids';
import { cardsOf } from './cards';
import type { ClaimsDeps } from './deps';
import { decided, isOvertaken, isSame } from './rules';
import { lockClaim, saveDecision, selectClaim, type ClaimRow } from './store';

/** @throws NotFoundError */
async function findClaim({ strapi }: ClaimsDeps, claimId: string): Promise<ClaimRow> {
  const claim = isDocumentId(claimId)
    ? await onConnection(strapi, (knex) => selectClaim(knex, claimId))
    : null;
  if (claim === null) throw notFound('Claim');
  return claim;
}

/**
 * Decides on a report.
 * @param data as `claimDecisionInput`
 * @throws ValidationError; NotFoundError; EditedError with the claim as it is, when it is not what
 *   the moderator saw
 */
export const decideClaim =
  (deps: ClaimsDeps) =>
  async (moderator: AdminUser, claimId: DocumentId, data: unknown): Promise<ClaimCard> => {
    const { events, stats, strapi } = deps;
    const input = decode(claimDecisionInput, data);
    // Read before the transaction: on MySQL a first read inside would fix what later ones see.
    const { articleId } = await findClaim(deps, claimId);
    const overtaken = await inTransaction(strapi, async (trx) => {
      await stats.lock(trx, articleId);
      const claim = await lockClaim(trx, claimId);
      if (claim === null) throw notFound('Claim');
      const now = new Date();
      const after = decided(claim, input, now);
      if (isOvertaken(claim, after, input.from)) return true;
      if (!isSame(claim, after)) {
        await saveDecision(trx, claim, after, moderator, now);
        await events.emit('claim.decided', { articleId });
      }
      return false;
    });
    const [card] = (await cardsOf(deps, [await findClaim(deps, claimId)])) as [ClaimCard];
    if (overtaken) {
      throw new EditedError('Someone has decided on this claim meanwhile', { current: card });
    }
    return card;
  };
