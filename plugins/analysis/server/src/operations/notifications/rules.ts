import { mailboxOf } from '../../../../shared/mailbox';
import { sha256 } from '../../platform/security/hash';
import type { Announcement, AnnouncedComment } from '../../common/services';
import type { NoticeKind } from './schema';

const MINUTE_MS = 60_000;

/** Addresses are compared by the mailbox that they reach. */
export const emailHash = (email: string): string => sha256(mailboxOf(email));

/** Mails that ask one mailbox for its confirmation while their links work, whoever gave it. */
export const CONFIRMATIONS = 3;

/**
 * Whether one more mail may ask a mailbox for its confirmation.
 * @param past of the mailbox, whichever authors gave it
 * @param since from when on asking counts
 */
export const mayAsk = (
  past: readonly { confirmSentAt: Date | null; stoppedAt: Date | null }[],
  since: Date
): boolean =>
  past.every(({ stoppedAt }) => stoppedAt === null) &&
  past.filter(({ confirmSentAt }) => confirmSentAt !== null && confirmSentAt > since).length <
    CONFIRMATIONS;

/** What authors hear waits so long that a moderator can take a decision back unheard. */
export const UNDO_MS = MINUTE_MS;

/** Minutes after each failed attempt; past the last it is given up. */
const BACKOFF = [1, 5, 15, 60, 180, 720] as const;

/** When a mail that could not be sent is tried again; null when it is given up. */
export function nextAttempt(attempts: number, now: Date): Date | null {
  const minutes = BACKOFF[attempts - 1];
  return minutes === undefined ? null : new Date(now.getTime() + minutes * MINUTE_MS);
}

/** Under which a mail is written once, however often what it is about happens. */
export const noticeKey = (kind: NoticeKind, about: string, addressId = ''): string =>
  sha256(`${kind}:${about}:${addressId}`);

/** Whether a comment is one that moderators have to look at: it waits, or was reported. */
export const needsModerator = (
  what: Announcement,
  { status, reports }: Pick<AnnouncedComment, 'status' | 'reports'>
): boolean => (what === 'created' && status === 'pending') || (what === 'reported' && reports > 0);
