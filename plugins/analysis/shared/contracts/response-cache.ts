/**
 * GET  /analysis/post-cache        (admin)
 * POST /analysis/post-cache/empty  (admin)
 */
import type { Envelope } from './common';

/** What the cache of public answers holds, and what it did since the start of this instance. */
export interface PostCacheView {
  enabled: boolean;
  /** Whether changes on other instances are heard of. */
  linked: boolean;
  /** Answers given from what was kept. */
  hits: number;
  /** Requests that found nothing … */
  misses: number;
  /** … those of them that the application answered … */
  fills: number;
  /** … and those that were given another one's answer, as both asked at once. */
  joined: number;
  /** How often something was dropped because it had changed. */
  dropped: number;
  bytes: number;
  maxBytes: number;
  addresses: number;
}

export type PostCacheResponse = Envelope<PostCacheView>;
