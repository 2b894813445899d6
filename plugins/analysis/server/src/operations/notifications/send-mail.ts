import { apiUrl, postUrl } from '../../platform/http/urls';
import { errorOf } from '../../platform/errors';
import { fromStrapi } from '../../platform/strapi/from-strapi';
import { configOf } from '../../config';
import type { CommentSnapshot } from '../../discussion/comments/api';
import type { AddressRow } from '../../audience/subscriptions/api';
import type { NotificationsDeps } from './deps';
import {
  approvedMail,
  confirmMail,
  digestMail,
  LISTED,
  replyMail,
  waitingMail,
  type Mail,
  type Waiting,
} from './mails';
import { findModerators, type Recipient } from './recipients-store';
import type { NoticeRow } from './store';
import { mailLocalizer, type MailLocalizer } from './messages';

/** What the mails of one round are made of. */
export interface Round {
  now: Date;
  addresses: Map<string, AddressRow>;
  comments: Map<string, CommentSnapshot>;
}

/** Strapi's email plugin. */
interface MailService {
  send(mail: Mail & { to: string; headers: Record<string, string> }): Promise<unknown>;
}

/** Writes and sends mails. A method returns false when there is nothing to send any more. */
export function senderOf({ claims, moderation, strapi, subscriptions }: NotificationsDeps) {
  const linkUrl = (purpose: 'confirm' | 'stop', addressId: string, now: Date): string => {
    const token = subscriptions.linkToken(purpose, addressId, now);
    return apiUrl(strapi, `/notices?token=${token}`);
  };

  const commentUrl = ({ article, documentId }: CommentSnapshot): string =>
    `${postUrl(strapi, article.slug)}#comment-${documentId}`;

  const deskUrl = (): string =>
    `${strapi.config.get<string>('admin.absoluteUrl')}/plugins/analysis/moderation`;

  const send = (to: string, { subject, text, html }: Mail, headers = {}): Promise<unknown> => {
    const mails = fromStrapi<MailService>(strapi.plugin('email').service('email'));
    return mails.send({ to, subject, text, html, headers });
  };

  /** One click in the mail program, without a page (RFC 8058). */
  const unsubscribe = (stopUrl: string) => ({
    'List-Unsubscribe': `<${stopUrl}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  });

  const waitingOf = ({ article, authorName, content, reports }: CommentSnapshot): Waiting => ({
    title: article.title,
    name: authorName,
    content,
    reported: reports > 0,
  });

  const recipients = async (): Promise<Recipient[]> => {
    const { to } = configOf(strapi).notifications.moderators;
    return to.length > 0 ? to.map((email) => ({ email, language: 'en' })) : findModerators(strapi);
  };

  /** One whose mail cannot be sent does not keep it from the others. */
  const sendToModerators = async (write: (localizer: MailLocalizer) => Mail): Promise<void> => {
    const all = await recipients();
    const failures: Error[] = [];
    for (const { email, language } of all) {
      await send(email, write(mailLocalizer(language))).catch((error: unknown) =>
        failures.push(errorOf(error))
      );
    }
    const [first] = failures;
    if (first === undefined) return;
    if (failures.length === all.length) throw first;
    strapi.log.warn(`A moderator could not be mailed: ${first.message}`);
  };

  return {
    async confirm({ addressId, commentId }: NoticeRow, round: Round): Promise<boolean> {
      const address = round.addresses.get(addressId ?? '');
      const comment = round.comments.get(commentId ?? '');
      // What is held mails nobody: the comment may have been taken back since.
      if (!address || address.confirmedAt || address.stoppedAt || !comment?.visible) return false;
      const { publisher } = configOf(strapi);
      const url = linkUrl('confirm', address.documentId, round.now);
      const stopUrl = linkUrl('stop', address.documentId, round.now);
      const localizer = mailLocalizer(address.language);
      await send(
        address.email,
        confirmMail(localizer, { publisher, url, stopUrl }),
        unsubscribe(stopUrl)
      );
      return true;
    },

    async author({ kind, addressId, commentId }: NoticeRow, round: Round): Promise<boolean> {
      const address = round.addresses.get(addressId ?? '');
      const comment = round.comments.get(commentId ?? '');
      // It may have been taken back, or erased, since.
      if (!address?.confirmedAt || address.stoppedAt !== null || !comment?.visible) return false;
      const stopUrl = linkUrl('stop', address.documentId, round.now);
      const write = kind === 'reply' ? replyMail : approvedMail;
      await send(
        address.email,
        write(mailLocalizer(address.language), {
          title: comment.article.title,
          name: comment.authorName,
          content: comment.content,
          url: commentUrl(comment),
          stopUrl,
        }),
        unsubscribe(stopUrl)
      );
      return true;
    },

    /** One mail to each moderator about all that came in. */
    async waiting(rows: NoticeRow[], round: Round): Promise<boolean> {
      const comments = rows
        .map(({ commentId }) => round.comments.get(commentId ?? ''))
        .filter((comment) => comment !== undefined)
        .filter(({ status, reports }) => status === 'pending' || reports > 0);
      const unique = [...new Set(comments)].map(waitingOf);
      // What is about no comment is a passage that was reported as wrong.
      const claims = rows.filter(({ commentId }) => commentId === null).length;
      if (unique.length + claims === 0) return false;
      await sendToModerators((localizer) => waitingMail(localizer, unique, claims, deskUrl()));
      return true;
    },

    async digest(): Promise<boolean> {
      const { counts } = await moderation.counts({});
      const { pending, oldest } = await moderation.summary();
      const { open } = await claims.counts({});
      if (pending + counts.reported + open === 0) return false;
      const nobody = { id: 0, name: '', personalData: false };
      const { items } = await moderation.queue(nobody, {
        ...{ tab: 'pending', sort: 'oldest', filters: {}, limit: LISTED },
      });
      const digest = {
        pending,
        reported: counts.reported,
        claims: open,
        oldest: oldest === null ? null : new Date(oldest),
        comments: items.map(({ article, author, content, reports }) => ({
          title: article.title,
          name: author.name,
          content,
          reported: reports.length > 0,
        })),
      };
      await sendToModerators((localizer) => digestMail(localizer, digest, deskUrl()));
      return true;
    },
  };
}
