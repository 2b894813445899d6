import { defined } from '../../../../shared/defined';
import { sha256 } from '../../platform/security/hash';
import { normaliseLine } from '../../../../shared/text';
import { isTracking } from './tracking';

const UNRESERVED = /[\w.~-]/;

/** Escapes as RFC 3986, section 6.2.2, writes them: none where it is not needed, capitals. */
const sameEscapes = (text: string): string =>
  text.replace(/%[\da-f]{2}/gi, (escape) => {
    const character = String.fromCharCode(parseInt(escape.slice(1), 16));
    return UNRESERVED.test(character) ? character : escape.toUpperCase();
  });

const nameOf = (part: string): string => defined(part.split('=', 1)[0]);

/**
 * A query without what tracks, in the order of its names. Values are compared as they are written:
 * decoding would make one of `a%26b` and `a&b`, and of two bytes that are no UTF-8.
 */
function sameQuery(search: string, host: string): string {
  const parts = search
    .replace(/^\?/, '')
    .replace(/\+/g, '%20')
    .split('&')
    .map((part) => sameEscapes(part).replace(/=$/, ''))
    .filter((part) => part !== '' && !isTracking(nameOf(part), host));
  const order = (left: string, right: string): number =>
    nameOf(left) < nameOf(right) ? -1 : Number(nameOf(left) > nameOf(right));
  return parts.length === 0 ? '' : `?${parts.sort(order).join('&')}`;
}

/** A fragment that is a route of the page's script (`#/…`, `#!…`); others are places in the page. */
function routeOf(hash: string, host: string): string {
  if (!/^#(?:\/|!)/.test(hash)) return '';
  const at = hash.indexOf('?');
  const path = sameEscapes(at < 0 ? hash : hash.slice(0, at)).replace(/\/+$/, '');
  const route = path + (at < 0 ? '' : sameQuery(hash.slice(at), host));
  return /^#!?$/.test(route) ? '' : route;
}

/**
 * The form under which two links to one story are the same: what tracks and places in the page
 * dropped, parameters in the order of their names, host in lower case, no default port, no slash
 * at the end. Whatever may name a story is kept: two keys for one story cost a second draft, one
 * key for two stories costs the first.
 * @param link an absolute http(s) URL
 */
export function canonicalUrl(link: string): string {
  const { origin, hostname, pathname, search, hash } = new URL(link);
  const path = sameEscapes(pathname).replace(/\/+$/, '');
  const rest = sameQuery(search, hostname) + routeOf(hash, hostname);
  return origin + (path === '' && rest !== '' ? '/' : path) + rest;
}

/** What a generated post was made from: its story's link, or its own title where there is none. */
export type SourceKey = { url: string } | { title: string; language: string };

/** SHA-256 of a source's canonical form, as hexadecimal: the unique key. */
export const sourceHash = (key: SourceKey): string =>
  'url' in key
    ? sha256(`url:${canonicalUrl(key.url)}`)
    : sha256(`title:${key.language}:${normaliseLine(key.title).toLocaleLowerCase('und')}`);
