import { mailAddress } from './values';

/** One provider's mail, under two names, where dots in the local part mean nothing. */
const DOTLESS = 'gmail.com';
const ALSO_DOTLESS = 'googlemail.com';

/** A mail domain in the form that all of its spellings share: ASCII, small, without a root dot. */
export function canonicalDomain(domain: string): string {
  const plain = domain.normalize('NFC').toLowerCase().replace(/\.+$/, '');
  const ascii = mailAddress(`a@${plain}`)?.slice(2).toLowerCase() ?? plain;
  return ascii === ALSO_DOTLESS ? DOTLESS : ascii;
}

/**
 * The mailbox behind an address, for comparing, never for writing to: `A+news@B.example` and
 * `a@b.example` reach the same person. What follows a plus belongs to the sender nearly everywhere,
 * so that anyone could make a new address of an old one.
 */
export function mailboxOf(address: string): string {
  const plain = address.trim().normalize('NFC').toLowerCase();
  const at = plain.lastIndexOf('@');
  if (at < 1) return plain;
  const domain = canonicalDomain(plain.slice(at + 1));
  const whole = plain.slice(0, at);
  const untagged = whole.replace(/\+.*$/s, '') || whole;
  const local = domain === DOTLESS ? untagged.replaceAll('.', '') || untagged : untagged;
  return `${local}@${domain}`;
}

/** The domains under which comments may carry addresses of a mailbox. */
export const domainsOf = (mailbox: string): string[] => {
  const domain = mailbox.slice(mailbox.lastIndexOf('@') + 1);
  return domain === DOTLESS ? [DOTLESS, ALSO_DOTLESS] : [domain];
};
