import { decodeText } from '../../platform/text/charset';
import type { IngestDeps } from './deps';
import { ingestPost } from './ingest-post';
import { previewPost } from './preview-post';

export type { IngestEvents } from './deps';
export type { Post } from './read-post';

/** Generated posts become drafts. */
export function createIngest(deps: IngestDeps) {
  return {
    /** Stores one generated post as a draft. */
    ingest: ingestPost(deps),

    /** What `ingest` would make of a post. Nothing is stored, and faults are listed. */
    preview: previewPost(deps),

    /** Bytes as text, by their byte order mark, the charset given, or UTF-8. */
    decode: decodeText,
  };
}

export type Ingest = ReturnType<typeof createIngest>;
