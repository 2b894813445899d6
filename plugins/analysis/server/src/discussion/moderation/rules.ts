import type { CommentStatus } from '../../../../shared/contracts/comments';
import type { BanKind, QueueFilters } from '../../../../shared/contracts/moderation';
import { BAN_KINDS, QUEUE_FILTERS } from '../../../../shared/contracts/moderation';
import { fault, type Fault } from '../../../../shared/faults';
import { email } from '../../../../shared/fields';
import { LIMITS } from '../../../../shared/limits';
import { canonicalDomain, mailboxOf } from '../../../../shared/mailbox';
import { characterEnd } from '../../../../shared/text';
import { parseIsoDate } from '../../../../shared/values';
import { assertNoFaults } from '../../platform/errors';
import { isDocumentId, sha256 } from '../../platform/security/hash';
import { pickTexts, textFaults } from '../../platform/http/text-filters';
import type { DocumentId } from '../../platform/strapi/uids';

/** What the moderator had on the screen. */
export interface Seen {
  contentHash?: string | null | undefined;
  from?: CommentStatus | null | undefined;
}

interface Decidable {
  status: CommentStatus;
  contentHash: string | null;
  deleted: boolean;
}

/** Why a decision is not carried out: erased, another text by now, or decided by someone else. */
export type Refusal = 'erased' | 'changed' | 'decided';

/** Compares a comment with what the moderator saw; null when the decision stands. */
export function refusalOf(comment: Decidable, to: CommentStatus, seen: Seen): Refusal | null {
  if (comment.deleted) return 'erased';
  if (seen.contentHash && seen.contentHash !== comment.contentHash) return 'changed';
  // Two who decide the same do not disagree.
  if (seen.from && seen.from !== comment.status && comment.status !== to) return 'decided';
  return null;
}

/** Whether a decision can be undone: nobody has decided again, and the text is the same. */
export const isUndoable = (
  comment: Decidable,
  event: { to: CommentStatus; contentHash: string | null }
): boolean =>
  !comment.deleted &&
  comment.status === event.to &&
  (event.contentHash === null || comment.contentHash === event.contentHash);

/** An address that a moderator without the right to personal data sees: `a…@example.com`. */
export function maskEmail(email: string | null): string | null {
  if (email === null) return null;
  const at = email.lastIndexOf('@');
  return at <= 0 ? '…' : `${email.slice(0, characterEnd(email, 1))}…${email.slice(at)}`;
}

/** Filters that would tell what is masked, to one who may not see it. */
const PERSONAL_FILTERS = ['email', 'network'] as const;

/** Faults of filters: each a short text, dates readable, none that probes what is masked. */
export function filterFaults(filters: Record<string, unknown>, personalData: boolean): Fault[] {
  const faults = QUEUE_FILTERS.flatMap((name) => {
    const wrong = textFaults(name, filters[name], 200);
    if (wrong.length > 0 || filters[name] === undefined) return wrong;
    const date = name === 'from' || name === 'to';
    return date && parseIsoDate(filters[name] as string) === null
      ? [fault(name, 'invalid_date', `${name} must be an ISO 8601 date`)]
      : [];
  });
  const probes = personalData ? [] : PERSONAL_FILTERS.filter((name) => filters[name]);
  return [
    ...faults,
    ...probes.map((name) =>
      fault(name, 'not_allowed', `${name} is for those who may see personal data`)
    ),
  ];
}

/** The filters that are set, as text. */
export const pickFilters = (query: Record<string, unknown>): QueueFilters =>
  pickTexts(query, QUEUE_FILTERS);

/**
 * Reads the articles that a list asks about, by comma.
 * @throws ValidationError at `ids`
 */
export function decodeIds(value: unknown): DocumentId[] {
  const ids = typeof value === 'string' ? [...new Set(value.split(',').filter(Boolean))] : [];
  const { max } = LIMITS.list;
  if (ids.length === 0 || ids.length > max || !ids.every(isDocumentId)) {
    assertNoFaults([
      fault('ids', 'wrong_type', `ids must be 1 to ${max} document ids, with commas between them`),
    ]);
  }
  return ids;
}

/** Whom a ban of some kind reaches, given a comment of theirs; null when it says nothing of it. */
export function banValue(
  kind: BanKind,
  comment: { authorKey: string | null; email: string | null; network: string | null }
): string | null {
  const email = comment.email === null ? null : mailboxOf(comment.email);
  switch (kind) {
    case 'author':
      return comment.authorKey;
    case 'email':
      return email;
    case 'domain':
      return email === null ? null : email.slice(email.lastIndexOf('@') + 1);
    case 'network':
      return comment.network;
  }
}

/** A keyed hash as the desk shows it of a network: 256 bits as base64url. */
const NETWORK = /^[\w-]{43}$/;

const emailOf = (value: string): string | null => email().safeParse(value).data ?? null;

/** A value that someone typed in, as comments carry it; or what is wrong with it. */
export function typedBanValue(
  kind: BanKind,
  typed: string
): { ok: true; value: string } | { ok: false; fault: Fault } {
  const wrong = (path: string, code: Fault['code'], message: string) =>
    ({ ok: false, fault: fault(path, code, message) }) as const;
  const value = kind === 'network' ? typed : typed.replace(/^@/, '');
  switch (kind) {
    case 'author':
      return wrong('kind', 'not_allowed', 'an author is banned from a comment of theirs');
    case 'email': {
      const address = emailOf(value);
      return address !== null
        ? { ok: true, value: mailboxOf(address) }
        : wrong('value', 'invalid_email', 'must be an e-mail address');
    }
    case 'domain': {
      const address = emailOf(`someone@${value}`);
      return address !== null
        ? { ok: true, value: canonicalDomain(address.slice(address.indexOf('@') + 1)) }
        : wrong('value', 'ill_formed', 'must be a mail domain, such as example.com');
    }
    case 'network':
      return NETWORK.test(value)
        ? { ok: true, value }
        : wrong('value', 'ill_formed', 'must be a network as the desk shows it, of 43 characters');
  }
}

/** The key under which a ban is found again; the value itself is not kept. */
export const banHash = (kind: BanKind, value: string): string =>
  sha256(`${kind}:${value.toLowerCase()}`);

/**
 * The keys under which an author may be banned. Bans from before mailboxes were compared are on the
 * address, or domain, as it was typed in.
 */
export function banHashes(author: {
  authorKey: string | null;
  email: string | null;
  network: string | null;
}): string[] {
  const marks = BAN_KINDS.flatMap((kind) => {
    const value = banValue(kind, author);
    return value === null ? [] : [banHash(kind, value)];
  });
  const typed = author.email?.toLowerCase() ?? null;
  if (typed === null || typed === mailboxOf(typed)) return marks;
  const domain = typed.slice(typed.lastIndexOf('@') + 1);
  return [...new Set([...marks, banHash('email', typed), banHash('domain', domain)])];
}

/** What moderators see of a ban's value. */
export function banLabel(kind: BanKind, value: string, name: string): string {
  if (kind === 'domain') return value;
  if (kind === 'email') return maskEmail(value) ?? '…';
  return kind === 'author' ? name || '…' : value.slice(0, 8);
}
