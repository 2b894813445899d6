import type { CommentStatus } from '../../../../shared/contracts/comments';
import { afterCommit } from '../../platform/database/after-commit';
import type { DocumentId } from '../../platform/strapi/uids';
import { configOf } from '../../config';
import type { TriageParts } from './deps';

/**
 * Called in the transaction of people's decisions: once that is committed, the outside service
 * hears of those that differ from what it said.
 */
export const learn =
  ({ externalCheck, policies, strapi }: TriageParts) =>
  (decided: readonly { documentId: DocumentId; to: CommentStatus }[]): Promise<void> =>
    afterCommit(strapi, async () => {
      const corrections = externalCheck.correctionsOf(decided);
      if (corrections.length === 0 || !(await policies.inForce()).external.enabled) return;
      externalCheck.tell(configOf(strapi).comments.external, corrections);
    });
