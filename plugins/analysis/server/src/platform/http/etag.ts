/** What servers before us put into a tag when they compress: Apache (`mod_deflate`), Jetty. */
const COMPRESSED = /-{1,2}(?:gzip|br|deflate|zstd)$/;

/**
 * The opaque part of a tag, by which weak comparison goes; null for what is no tag. Some mark the
 * compression behind the quotes.
 */
const opaque = (tag: string): string | null =>
  /^(?:W\/)?"([^"]*)"(?:-gzip)?$/i.exec(tag.trim())?.[1] ?? null;

/**
 * Whether `If-None-Match` names a tag: weak comparison (RFC 9110, section 13.1.2), in which a form
 * that was compressed on its way (`"abc-gzip"` of our `W/"abc"`) is the same. A mark that is part
 * of our own tag, as of the embedded script's, stays: each compression has a tag of its own there.
 * @param ifNoneMatch the header; undefined or empty names none
 */
export function matchesEtag(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  const own = opaque(etag);
  return (
    ifNoneMatch.trim() === '*' ||
    ifNoneMatch
      .split(',')
      .map(opaque)
      .some((tag) => tag !== null && (tag === own || tag.replace(COMPRESSED, '') === own))
  );
}
