import { afterCommit } from '../../platform/database/after-commit';
import type { Trx } from '../../platform/database/connection';
import type { DocumentId } from '../../platform/strapi/uids';
import type { Recipient } from '../../audience/subscriptions/api';
import { configOf } from '../../config';
import type { Announcement, CommentSnapshot } from '../../discussion/comments/api';
import type { NotificationsDeps } from './deps';
import { needsModerator, noticeKey, UNDO_MS } from './rules';
import type { NoticeKind } from './schema';
import { insertNotices, type NewNotice } from './store';

/** Sends what is due. */
type Send = () => Promise<unknown>;

/** Writes into the outbox; what is due now is sent once that is committed. */
async function put(
  { strapi }: NotificationsDeps,
  send: Send,
  trx: Trx,
  notices: NewNotice[]
): Promise<void> {
  if (notices.length === 0) return;
  await insertNotices(trx, notices);
  const now = Date.now();
  if (notices.some(({ dueAt }) => dueAt.getTime() <= now)) {
    await afterCommit(strapi, () => send());
  }
}

const toAuthors = (kind: NoticeKind, told: readonly Recipient[], dueAt: Date): NewNotice[] =>
  told.map(({ commentId, addressId }) => ({
    kind,
    noticeKey: noticeKey(kind, commentId, addressId),
    commentId,
    addressId,
    dueAt,
  }));

/** Mails that moderators get at once of comments that need one of them. */
function toModerators(what: Announcement, comments: CommentSnapshot[], now: Date): NewNotice[] {
  return comments
    .filter((comment) => needsModerator(what, comment))
    .map(({ documentId, reports }) => ({
      kind: 'waiting',
      noticeKey: noticeKey('waiting', `${documentId}:${what}:${reports}`),
      commentId: documentId,
      addressId: null,
      dueAt: now,
    }));
}

/** Mails to those who wait for answers or approval, and to those who are to be asked first. */
async function aboutPublic(
  { subscriptions }: NotificationsDeps,
  trx: Trx,
  what: 'created' | 'approved',
  shown: DocumentId[]
): Promise<NewNotice[]> {
  const now = new Date();
  // A moderator can take an approval back for a while; nobody is to have heard of it then.
  const later = new Date(now.getTime() + UNDO_MS);
  const notices = toAuthors('reply', await subscriptions.answeredAuthors(trx, shown), later);
  const dueAt = what === 'approved' ? later : now;
  for (const asked of await subscriptions.claimConfirmations(trx, shown, now)) {
    const key = noticeKey('confirm', now.toISOString(), asked.addressId);
    notices.push({ kind: 'confirm', noticeKey: key, ...asked, dueAt });
  }
  // Who is public at once was told so by the answer to the form.
  if (what === 'approved') {
    notices.push(...toAuthors('approved', await subscriptions.authorsToNotify(trx, shown), later));
  }
  return notices;
}

/** Puts the mails that comments mean, to moderators and authors, into the outbox. */
export const enqueueForComments =
  (deps: NotificationsDeps, send: Send) =>
  async (trx: Trx, what: Announcement, comments: CommentSnapshot[]): Promise<void> => {
    const { authors, moderators } = configOf(deps.strapi).notifications;
    const notices = moderators.send === 'immediate' ? toModerators(what, comments, new Date()) : [];
    // Those that came with them and wait are told of when they are approved.
    const shown = comments
      .filter(({ status }) => status === 'approved')
      .map(({ documentId }) => documentId);
    if (authors && shown.length > 0 && (what === 'created' || what === 'approved')) {
      notices.push(...(await aboutPublic(deps, trx, what, shown)));
    }
    await put(deps, send, trx, notices);
  };

/** The same for a passage that a reader reports as wrong. @param key names the report */
export const enqueueForClaim =
  (deps: NotificationsDeps, send: Send) =>
  async (trx: Trx, key: string): Promise<void> => {
    if (configOf(deps.strapi).notifications.moderators.send !== 'immediate') return;
    await put(deps, send, trx, [
      {
        kind: 'waiting',
        noticeKey: noticeKey('waiting', `claim:${key}`),
        commentId: null,
        addressId: null,
        dueAt: new Date(),
      },
    ]);
  };
