import type { CommentStatus } from '../../../../../shared/contracts/comments';
import type { DocumentId } from '../../../platform/strapi/uids';
import type { Check, Class, Correction } from './adapter';

/** How many checks are remembered, and for how long: most comments are decided on in a day. */
const MAX = 1_000;
const MAX_AGE_MS = 24 * 60 * 60 * 1000;

const CLASSES: Partial<Record<CommentStatus, Class>> = { approved: 'ham', spam: 'spam' };

/**
 * What was sent of comments, for corrections. In memory only: it holds the author's network
 * address, which is written down nowhere.
 */
export function makeSentChecks() {
  const checks = new Map<DocumentId, Check & { timer: NodeJS.Timeout }>();

  const forget = (commentId: DocumentId): void => {
    clearTimeout(checks.get(commentId)?.timer);
    checks.delete(commentId);
  };

  return {
    forget,

    keep(commentId: DocumentId, check: Check): void {
      forget(commentId);
      const timer = setTimeout(forget, MAX_AGE_MS, commentId).unref();
      checks.set(commentId, { ...check, timer });
      const [oldest] = checks.keys();
      if (checks.size > MAX && oldest !== undefined) forget(oldest);
    },

    /**
     * What the service has to hear of a person's decision; null when they agree, or when the
     * comment is none that it was asked about. It counts as reported.
     */
    correctionOf(commentId: DocumentId, status: CommentStatus): Correction | null {
      const check = checks.get(commentId);
      const is = CLASSES[status];
      if (check === undefined || is === undefined || check.said === is) return null;
      check.said = is;
      return { sent: check.sent, is };
    },
  };
}
