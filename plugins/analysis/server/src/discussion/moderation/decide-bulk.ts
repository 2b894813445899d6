import { bulkInput, type BulkView } from '../../../../shared/contracts/moderation';
import { fault } from '../../../../shared/faults';
import { LIMITS } from '../../../../shared/limits';
import { inTransaction, type Trx } from '../../platform/database/connection';
import { assertNoFaults, decode } from '../../platform/errors';
import { randomToken } from '../../platform/security/hash';
import type { AdminUser } from '../../platform/strapi/admin-user';
import type { DocumentId } from '../../platform/strapi/uids';
import type { Seen } from '../comments/api';
import { selectMatching } from './counts-store';
import type { ModerationDeps } from './deps';

type BulkInput = ReturnType<(typeof bulkInput)['parse']>;
type Target = { documentId: DocumentId; seen: Seen };

/** What is decided on: what a list shows under filters, or comments that are named. */
async function targetsOf(trx: Trx, { items, matching }: BulkInput): Promise<Target[]> {
  if (!matching) {
    return (items ?? []).map(({ documentId, ...seen }) => ({ documentId, seen }));
  }
  const at = new Date(matching.until);
  const ids = await selectMatching(trx, matching.tab, matching.filters ?? {}, at, LIMITS.bulk + 1);
  return ids.map((documentId) => ({ documentId, seen: { at } }));
}

/**
 * Gives many comments a status, in one transaction.
 * @param data as `bulkInput`
 * @returns what was skipped as it is not what the moderator saw, and whether there is `more`
 * @throws ValidationError
 */
export const decideBulk =
  ({ comments, strapi }: ModerationDeps) =>
  async (moderator: AdminUser, data: unknown): Promise<BulkView> => {
    const input = decode(bulkInput, data);
    const { status, reason = null } = input;
    if ((input.items === undefined) === (input.matching === undefined)) {
      assertNoFaults([fault('items', 'required', 'give either items or matching')]);
    }
    const batch = randomToken();
    return inTransaction(strapi, async (trx) => {
      const targets = await targetsOf(trx, input);
      const { moved, refused } = await comments.changeStatus(
        trx,
        targets.slice(0, LIMITS.bulk).map((target) => ({ ...target, status })),
        { kind: 'decision', by: moderator, batch, reason }
      );
      return {
        batch: moved.length > 0 ? batch : null,
        changed: moved.length,
        skipped: refused.map(({ documentId }) => documentId),
        more: targets.length > LIMITS.bulk,
      };
    });
  };
