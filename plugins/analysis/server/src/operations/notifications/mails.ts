import { excerptOf } from '../../../../shared/text';
import { escapeHtml } from '../../platform/text/escape-html';
import type { MailLocalizer } from './messages';

/** What mails quote of a comment. */
const EXCERPT = 400;
/** Comments that a mail to moderators names. */
export const LISTED = 10;

export interface Mail {
  subject: string;
  text: string;
  html: string;
}

/** A part of a mail, written once for its plain and its HTML form. */
type Block = { kind: 'text' | 'quote'; text: string } | { kind: 'link'; text: string; url: string };

const p = (text: string): Block => ({ kind: 'text', text });
const quote = (text: string): Block => ({ kind: 'quote', text: excerptOf(text, EXCERPT) });
const link = (text: string, url: string): Block => ({ kind: 'link', text, url });

function plain(block: Block): string {
  if (block.kind === 'link') return `${block.text}\n${block.url}`;
  return block.kind === 'quote' ? block.text.replace(/^/gm, '> ') : block.text;
}

function html(block: Block): string {
  const text = escapeHtml(block.text).replace(/\n/g, '<br>');
  if (block.kind === 'link') return `<p><a href="${escapeHtml(block.url)}">${text}</a></p>`;
  return block.kind === 'quote' ? `<blockquote>${text}</blockquote>` : `<p>${text}</p>`;
}

const mail = ({ language }: MailLocalizer, subject: string, blocks: Block[]): Mail => ({
  // A name or title that held a line break would begin a header of its own.
  subject: subject.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim(),
  text: `${blocks.map(plain).join('\n\n')}\n`,
  html: `<!doctype html><html lang="${language}"><body>${blocks.map(html).join('\n')}</body></html>`,
});

/** Asks the owner of an address whether an author is they. */
export const confirmMail = (
  localizer: MailLocalizer,
  { publisher, url, stopUrl }: { publisher: string; url: string; stopUrl: string }
): Mail =>
  mail(localizer, localizer.t('confirmSubject', { publisher }), [
    p(localizer.t('confirmWhy', { publisher })),
    p(localizer.t('confirmDo')),
    link(localizer.t('confirmButton'), url),
    p(localizer.t('confirmElse')),
    link(localizer.t('stopLink'), stopUrl),
  ]);

interface AuthorMail {
  title: string;
  /** Who wrote what is quoted. */
  name: string;
  content: string;
  url: string;
  stopUrl: string;
}

const stop = (localizer: MailLocalizer, url: string): Block[] => [
  p(localizer.t('stopWhy')),
  link(localizer.t('stopLink'), url),
];

/** Tells an author that their comment is public. */
export const approvedMail = (
  localizer: MailLocalizer,
  { title, content, url, stopUrl }: AuthorMail
): Mail =>
  mail(localizer, localizer.t('approvedSubject', { title }), [
    p(localizer.t('approvedText')),
    quote(content),
    link(localizer.t('approvedLink'), url),
    ...stop(localizer, stopUrl),
  ]);

/** Tells an author that somebody answered them. */
export const replyMail = (
  localizer: MailLocalizer,
  { title, name, content, url, stopUrl }: AuthorMail
): Mail =>
  mail(localizer, localizer.t('replySubject', { name, title }), [
    p(localizer.t('replyText', { name })),
    quote(content),
    link(localizer.t('replyLink'), url),
    ...stop(localizer, stopUrl),
  ]);

export interface Waiting {
  title: string;
  name: string;
  content: string;
  reported: boolean;
}

const entries = (localizer: MailLocalizer, comments: Waiting[]): Block[] =>
  comments
    .slice(0, LISTED)
    .flatMap(({ title, name, content, reported }) => [
      p(localizer.t(reported ? 'waitingReported' : 'waitingEntry', { name, title })),
      quote(content),
    ]);

const claimed = (localizer: MailLocalizer, n: number): Block[] =>
  n === 0 ? [] : [p(localizer.count('claims', n))];

/**
 * Tells moderators of what came in since the last mail.
 * @param claims passages that were reported as wrong
 */
export function waitingMail(
  localizer: MailLocalizer,
  comments: Waiting[],
  claims: number,
  deskUrl: string
): Mail {
  const n = comments.length;
  const more = n - LISTED;
  const subject =
    n === 0 ? localizer.count('claims', claims) : localizer.count('waitingSubject', n);
  return mail(localizer, subject, [
    ...entries(localizer, comments),
    ...(more > 0 ? [p(localizer.count('waitingMore', more))] : []),
    ...claimed(localizer, claims),
    link(localizer.t('desk'), deskUrl),
  ]);
}

/** Tells moderators of all that waits. */
export function digestMail(
  localizer: MailLocalizer,
  digest: {
    pending: number;
    reported: number;
    claims: number;
    oldest: Date | null;
    comments: Waiting[];
  },
  deskUrl: string
): Mail {
  const { pending, reported, claims, oldest, comments } = digest;
  return mail(localizer, localizer.t('digestSubject', { pending, reported }), [
    p(localizer.t('digestText', { pending, reported })),
    ...(oldest === null
      ? []
      : [p(localizer.t('digestOldest', { date: localizer.dateTime(oldest) }))]),
    ...claimed(localizer, claims),
    ...entries(localizer, comments),
    link(localizer.t('desk'), deskUrl),
  ]);
}
