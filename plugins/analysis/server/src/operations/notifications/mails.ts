import { excerptOf } from '../../../../shared/text';
import { escapeHtml } from '../../platform/text/escape-html';
import type { Voice } from './words';

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

const mail = ({ language }: Voice, subject: string, blocks: Block[]): Mail => ({
  // A name or title that held a line break would begin a header of its own.
  subject: subject.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim(),
  text: `${blocks.map(plain).join('\n\n')}\n`,
  html: `<!doctype html><html lang="${language}"><body>${blocks.map(html).join('\n')}</body></html>`,
});

/** Asks the owner of an address whether an author is they. */
export const confirmMail = (
  voice: Voice,
  { publisher, url, stopUrl }: { publisher: string; url: string; stopUrl: string }
): Mail =>
  mail(voice, voice.t('confirmSubject', { publisher }), [
    p(voice.t('confirmWhy', { publisher })),
    p(voice.t('confirmDo')),
    link(voice.t('confirmButton'), url),
    p(voice.t('confirmElse')),
    link(voice.t('stopLink'), stopUrl),
  ]);

interface AuthorMail {
  title: string;
  /** Who wrote what is quoted. */
  name: string;
  content: string;
  url: string;
  stopUrl: string;
}

const stop = (voice: Voice, url: string): Block[] => [
  p(voice.t('stopWhy')),
  link(voice.t('stopLink'), url),
];

/** Tells an author that their comment is public. */
export const approvedMail = (voice: Voice, { title, content, url, stopUrl }: AuthorMail): Mail =>
  mail(voice, voice.t('approvedSubject', { title }), [
    p(voice.t('approvedText')),
    quote(content),
    link(voice.t('approvedLink'), url),
    ...stop(voice, stopUrl),
  ]);

/** Tells an author that somebody answered them. */
export const replyMail = (voice: Voice, { title, name, content, url, stopUrl }: AuthorMail): Mail =>
  mail(voice, voice.t('replySubject', { name, title }), [
    p(voice.t('replyText', { name })),
    quote(content),
    link(voice.t('replyLink'), url),
    ...stop(voice, stopUrl),
  ]);

export interface Waiting {
  title: string;
  name: string;
  content: string;
  reported: boolean;
}

const entries = (voice: Voice, comments: Waiting[]): Block[] =>
  comments
    .slice(0, LISTED)
    .flatMap(({ title, name, content, reported }) => [
      p(voice.t(reported ? 'waitingReported' : 'waitingEntry', { name, title })),
      quote(content),
    ]);

const claimed = (voice: Voice, n: number): Block[] =>
  n === 0 ? [] : [p(voice.t(n === 1 ? 'claimsOne' : 'claims', { n }))];

/**
 * Tells moderators of what came in since the last mail.
 * @param claims passages that were reported as wrong
 */
export function waitingMail(
  voice: Voice,
  comments: Waiting[],
  claims: number,
  deskUrl: string
): Mail {
  const n = comments.length;
  const more = n - LISTED;
  const subject =
    n === 0
      ? voice.t(claims === 1 ? 'claimsOne' : 'claims', { n: claims })
      : voice.t(n === 1 ? 'waitingSubjectOne' : 'waitingSubject', { n });
  return mail(voice, subject, [
    ...entries(voice, comments),
    ...(more > 0 ? [p(voice.t('waitingMore', { n: more }))] : []),
    ...claimed(voice, claims),
    link(voice.t('desk'), deskUrl),
  ]);
}

/** Tells moderators of all that waits. */
export function digestMail(
  voice: Voice,
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
  return mail(voice, voice.t('digestSubject', { pending, reported }), [
    p(voice.t('digestText', { pending, reported })),
    ...(oldest === null ? [] : [p(voice.t('digestOldest', { date: voice.date(oldest) }))]),
    ...claimed(voice, claims),
    ...entries(voice, comments),
    link(voice.t('desk'), deskUrl),
  ]);
}
