/** What may vary; a response that varies by anything else is not cached. */
const VARIES_BY = new Set(['origin', 'accept-language', 'accept-encoding']);

const list = (value: string): string[] =>
  value
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');

/**
 * Whether a finished response may be cached and shown to others: a success that says it is public,
 * has tags of what it was made of, sets no cookie, and varies by nothing that the key does not hold.
 * @param headers names in lower case
 * @param hasVaryBy whether the response says which language it chose for a request
 */
export function isCacheable(
  status: number,
  headers: Readonly<Record<string, string | string[] | number | undefined>>,
  hasVaryBy: boolean
): boolean {
  if (status !== 200 || headers['set-cookie'] !== undefined) return false;
  const control = list(String(headers['cache-control'] ?? '').toLowerCase());
  if (!control.includes('public') || control.includes('no-store')) return false;
  if (headers.etag === undefined || headers['cache-tag'] === undefined) return false;
  const vary = list(String(headers.vary ?? '').toLowerCase());
  if (vary.includes('accept-language') !== hasVaryBy) return false;
  return vary.every((each) => VARIES_BY.has(each));
}

/** Tags of a response, from its `Cache-Tag` header. */
export const tagsIn = (header: string): string[] => list(header);

/** `vary` with one more name, once. */
export function withVary(vary: string, name: string): string {
  const names = list(vary);
  return names.some((each) => each.toLowerCase() === name.toLowerCase())
    ? names.join(', ')
    : [...names, name].join(', ');
}
