import { BAN_KINDS, type BanKind } from '../../../../shared/contracts/moderation';
import { fault, type Fault } from '../../../../shared/faults';
import { email } from '../../../../shared/fields';
import { canonicalDomain, mailboxOf } from '../../../../shared/mailbox';
import { sha256 } from '../../platform/security/hash';
import { maskEmail } from '../../platform/text/mask-email';

/** The properties of a comment's author that bans are matched by. */
export interface BanMarks {
  authorKey: string | null;
  email: string | null;
  /** Keyed hash of the network. */
  network: string | null;
}

/** Whom a ban of some kind reaches, given a comment of theirs; null when it says nothing of it. */
export function banValue(kind: BanKind, comment: BanMarks): string | null {
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

/** The hash by which a ban is found; the value itself is not stored. */
export const banHash = (kind: BanKind, value: string): string =>
  sha256(`${kind}:${value.toLowerCase()}`);

/**
 * The keys under which an author may be banned. Bans from before mailboxes were compared are on the
 * address, or domain, as it was typed in.
 */
export function banHashes(author: BanMarks): string[] {
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
