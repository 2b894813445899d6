import { defined } from '../../../../shared/defined';
import { domainToUnicode } from 'node:url';
import { addressLength } from '../../../../shared/links';

/** Endings of bare addresses (`example.com/a`). Short country codes are words in too many texts. */
const ENDINGS = new Set(
  (
    'com net org info biz top xyz online site website shop store club vip bet casino win loan ' +
    'click link live app dev io cc ru cn fr de uk eu ca ch be space fun icu pro tech agency ' +
    'finance money trade tk ml ga cf gq buzz monster'
  ).split(' ')
);

const MARKUP = /<a\s|\[(?:url|link)\b/giu;
const ANCHOR = /<\/?a\b[^<>]{0,2000}>/giu;

export interface Links {
  /** Host names, one for each link, in lower case and without `www.`. */
  hosts: string[];
  /** Links written as HTML or BBCode, which only programs do where neither is rendered. */
  markup: number;
  /** The text without them. */
  rest: string;
}

/** As many characters as a host name may have (RFC 1035). */
const MAX_HOST = 253;
const AROUND = '()[]{}<>"\'«»“”‘’.,;:!?*_';

/** A chunk without brackets and punctuation around it. A loop: a pattern would be quadratic. */
function bare(chunk: string): string {
  let start = 0;
  let end = chunk.length;
  while (start < end && AROUND.includes(chunk.charAt(start))) start += 1;
  while (end > start && AROUND.includes(chunk.charAt(end - 1))) end -= 1;
  return chunk.slice(start, end);
}

/** A scheme, with as many slashes or backslashes as someone wrote: browsers mend any number. */
const SCHEME = /^https?:[/\\]*/iu;

/** The host name of an address with or without a scheme, null when there is none. */
export function hostOf(address: string): string | null {
  const at = address.indexOf('://');
  const rest = SCHEME.test(address)
    ? address.replace(SCHEME, '')
    : address.slice(at < 0 ? 0 : at + 3);
  const run = rest.slice(0, addressLength(rest));
  const [host = ''] = run.split(/[/\\?#:\]"'<>)]/u);
  const name = bare(host.slice(0, MAX_HOST).toLowerCase());
  return name.includes('.') ? name.replace(/^www\./, '') : null;
}

function isBareAddress(chunk: string): boolean {
  if (!chunk.includes('.')) return false;
  const [host = ''] = chunk.split('/');
  const labels = host.split('.');
  const wellFormed = labels.every((label) => /^[\p{L}\p{N}-]{1,63}$/u.test(label));
  return labels.length > 1 && wellFormed && ENDINGS.has(defined(labels.at(-1)));
}

/** The addresses in what stands between two blanks; several where they follow without one. */
function addressesIn(chunk: string): string[] {
  const lower = chunk.toLowerCase();
  const parts = lower
    .split(/(?=https?:)/u)
    .filter((part) => SCHEME.test(part) && hostOf(part) !== null);
  if (parts.length > 0) return parts;
  const candidate = bare(lower);
  return candidate.startsWith('www.') || isBareAddress(candidate) ? [candidate] : [];
}

/** Finds the links of a plain text: with a scheme, with `www.`, or bare. */
export function linksIn(text: string): Links {
  const hosts: string[] = [];
  const rest: string[] = [];
  const markup = text.match(MARKUP)?.length ?? 0;
  // An HTML link's target stands inside the tag; its other attributes are not text.
  const plain = text.replace(ANCHOR, (tag) => ` ${/https?:[^"'\s>]+/iu.exec(tag)?.[0] ?? ''} `);
  for (const chunk of plain.split(/\s+/u)) {
    const found = addressesIn(chunk);
    if (found.length === 0) rest.push(chunk);
    else hosts.push(...found.flatMap((address) => hostOf(address) ?? []));
  }
  return { hosts, markup, rest: rest.join(' ').trim() };
}

/** Whether a list contains a host or one of its parent domains, in Unicode or in ASCII. */
export function isListed(host: string, list: { has(domain: string): boolean }): boolean {
  const ascii = host.slice(-MAX_HOST);
  return [ascii, ...(ascii.includes('xn--') ? [domainToUnicode(ascii)] : [])].some((name) => {
    const labels = name.split('.');
    return labels.some((_label, at) => list.has(labels.slice(at).join('.')));
  });
}

/** The part of an e-mail address after the last `@`, in lower case. */
export const domainOf = (email: string): string =>
  email.slice(email.lastIndexOf('@') + 1).toLowerCase();
