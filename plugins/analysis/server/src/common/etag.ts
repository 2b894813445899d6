/** What servers before us put into a tag when they compress: Apache (`mod_deflate`), Jetty. */
const COMPRESSED = /-{1,2}(?:gzip|br|deflate|zstd)$/;

/** A tag without what weak comparison passes over, and without the mark of a compression. */
const opaque = (tag: string): string => {
  const [, inside] = /^(?:W\/)?"([^"]*)"(?:-gzip)?$/i.exec(tag.trim()) ?? [];
  return inside === undefined ? tag.trim() : `"${inside.replace(COMPRESSED, '')}"`;
};

/**
 * Whether `If-None-Match` names a tag: weak comparison (RFC 9110, section 13.1.2), in which a form
 * that was compressed on its way (`"abc-gzip"` of our `W/"abc"`) is the same.
 * @param ifNoneMatch the header; undefined or empty names none
 */
export const isHeld = (ifNoneMatch: string | undefined, etag: string): boolean =>
  ifNoneMatch !== undefined &&
  (ifNoneMatch.trim() === '*' || ifNoneMatch.split(',').map(opaque).includes(opaque(etag)));
