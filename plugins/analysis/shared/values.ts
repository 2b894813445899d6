import ipaddr from 'ipaddr.js';

/** The canonical form of a BCP 47 tag, or null when it is none. Uses ECMA-402's own grammar. */
export function canonicalLanguage(value: string): string | null {
  try {
    const [canonical] = Intl.getCanonicalLocales(value);
    return canonical ?? null;
  } catch {
    return null;
  }
}

export type UrlVerdict =
  { ok: true; url: URL } | { ok: false; code: 'invalid_url' | 'private_url'; message: string };

const PRIVATE_NAMES = /(^|\.)(localhost|local|internal|intranet|lan|home|corp|localdomain)$/;

/** Blanks, controls, and what cannot be seen (Unicode `Default_Ignorable_Code_Point`, blank letters). */
const UNSEEN = /[\s\p{Cc}\p{Cf}\p{Z}\p{Default_Ignorable_Code_Point}\u2800]/u;

/**
 * Whether a text has the form of an http(s) address: a scheme, two slashes, a host, and nothing
 * inside that cannot be seen. The URL standard's parser takes more and mends it, each in another
 * way by where it stands: `https:evil.example` in a page of ours is a path of our own site.
 */
export const isWebAddress = (value: string): boolean =>
  /^https?:\/\/[^/\\?#]+(?:\/[^\\?#]*)?(?:[?#]|$)/i.test(value) && !UNSEEN.test(value);

/**
 * A stored address in the form that any program reads alike, for those from before addresses
 * were kept so; null when it is none.
 */
export function webHref(stored: string | null): string | null {
  if (stored === null || !/^https?:/i.test(stored) || !URL.canParse(stored)) return null;
  return new URL(stored).href;
}

/**
 * Whether a URL may be published as a link: absolute http(s), no credentials, a public host.
 * An address counts as private unless it is in a global unicast range (RFC 6890), so that
 * loopback, link-local and translated forms are refused too.
 */
export function checkWebUrl(value: string): UrlVerdict {
  if (/^https?:/i.test(value) && !isWebAddress(value)) {
    return {
      ok: false,
      code: 'invalid_url',
      message: 'must be an address such as https://example.com/',
    };
  }
  let url: URL;
  try {
    url = new URL(value);
  } catch {
    return { ok: false, code: 'invalid_url', message: 'must be an absolute http or https URL' };
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    return { ok: false, code: 'invalid_url', message: 'must be an http or https URL' };
  }
  if (url.username !== '' || url.password !== '') {
    return { ok: false, code: 'invalid_url', message: 'must not hold a user name or password' };
  }
  if (isPrivateHost(url.hostname)) {
    return { ok: false, code: 'private_url', message: 'must not point to a private host' };
  }
  return { ok: true, url };
}

function isPrivateHost(hostname: string): boolean {
  const host = hostname
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
    .toLowerCase();
  if (ipaddr.isValid(host)) return ipaddr.process(host).range() !== 'unicast';
  return !host.includes('.') || PRIVATE_NAMES.test(host);
}

/**
 * A web address as people write it into a form: one without a scheme gets `https://`. What names
 * another scheme, a port of no host or a path is left as it is, for `checkWebUrl` to refuse.
 */
export function withScheme(typed: string): string {
  const value = typed.trim();
  if (value.startsWith('//')) return `https:${value}`;
  const [host = ''] = value.split(/[/?#]/, 1);
  const isHost = host.includes('.') && /^[^:@\\]+(?::\d{1,5})?$/.test(host);
  return isHost ? `https://${value}` : value;
}

/** RFC 6531 lets a local part hold any letters; the HTML standard's grammar knows those of ASCII. */
const BEYOND_ASCII = /[^\0-\x7f]/;
const LOCAL_PART = /^[\p{L}\p{M}\p{N}.!#$%&'*+/=?^_`{|}~-]+$/u;
const DOMAIN = /^[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?)+$/i;

/**
 * One mail address, by the practical grammar of the HTML standard for `input type=email`, and with
 * letters of any script (RFC 6531). A domain beyond ASCII is returned in ASCII (`büro.example` as
 * `xn--bro-hoa.example`), so that any mail server can be found and equal addresses compare equal; a
 * local part stays as it is, as only its own server knows another form.
 * @returns null when it is none
 */
export function mailAddress(value: string): string | null {
  const at = value.lastIndexOf('@');
  const [local, domain] = [value.slice(0, at), value.slice(at + 1)];
  if (at < 1 || !LOCAL_PART.test(local)) return null;
  const ascii = BEYOND_ASCII.test(domain) ? asciiDomain(domain) : domain;
  return ascii !== null && DOMAIN.test(ascii) ? `${local}@${ascii}` : null;
}

const ANY_DOMAIN = /^(?:[\p{L}\p{N}][\p{L}\p{M}\p{N}-]*\.)+[\p{L}\p{N}][\p{L}\p{M}\p{N}-]*$/u;

/** A domain in ASCII (UTS 46); null when it is none. */
function asciiDomain(domain: string): string | null {
  const address = `http://${domain}/`;
  return ANY_DOMAIN.test(domain) && URL.canParse(address) ? new URL(address).hostname : null;
}

const ISO_DATE =
  /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(?:Z|[+-](\d{2}):?(\d{2}))?)?$/;

/**
 * Reads an ISO 8601 date, or date and time, of the calendar (RFC 3339, section 5.7): the 30th of
 * February, the 13th month and an offset of 25 hours are refused, where `Date` moves them. 24:00
 * is midnight.
 * @returns null when it is none
 */
export function parseIsoDate(value: string): Date | null {
  const parts = ISO_DATE.exec(value)
    ?.slice(1)
    .map((part = '0') => Number(part));
  if (parts === undefined) return null;
  const [year, month, day, hours, minutes, seconds, fraction, ...offset] = parts as [
    ...[number, number, number, number, number, number, number, number, number],
  ];
  const days = new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
  if (month < 1 || month > 12 || day < 1 || day > days) return null;
  if (hours > 23 && (hours > 24 || minutes > 0 || seconds > 0 || fraction > 0)) return null;
  if (minutes > 59 || seconds > 59 || offset[0] > 23 || offset[1] > 59) return null;
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? null : date;
}
