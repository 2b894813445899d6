import { sha256 } from '../../platform/security/hash';
import type { Announcement, CommentSnapshot } from '../../discussion/comments/api';
import type { NoticeKind } from './schema';

const MINUTE_MS = 60_000;

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
  { status, reports }: Pick<CommentSnapshot, 'status' | 'reports'>
): boolean => (what === 'created' && status === 'pending') || (what === 'reported' && reports > 0);
