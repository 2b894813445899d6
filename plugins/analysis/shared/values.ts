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

/**
 * Whether a URL may be published as a link: absolute http(s), no credentials, a public host.
 * An address counts as private unless it is in a global unicast range (RFC 6890), so that
 * loopback, link-local and translated forms are refused too.
 */
export function checkWebUrl(value: string): UrlVerdict {
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
