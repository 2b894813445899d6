import type { Context, Next } from 'koa';
import { varyByOf, type VaryBy } from '../../platform/http/cache-tags';
import { canonicalUrl, type CacheKey } from './cache-key';
import { isCacheable, tagsIn } from './cacheable';
import { EVERYTHING, originsOf, type Match, type MemoryStore, type Variant } from './memory-cache';
import { Body, cachedHeaders } from './prepared-response';

/** A response that the application is making, for all who asked for it meanwhile. */
interface Fill {
  /** Null where it may not be cached. */
  done: Promise<Match | null>;
  /** Tags of changes that were committed while it ran. */
  dropped: Set<string>;
}

/** What the application answered, as far as it may be cached. */
interface Made {
  tags: string[];
  varyBy: VaryBy | null;
  match: Match;
}

export interface FillOptions {
  memory: MemoryStore;
  /** Milliseconds since the epoch. */
  now: () => number;
  /** How long a response is fresh, in milliseconds. */
  ttl: () => number;
}

/** Fills the cache: lets the application answer once for all who ask the same at a time. */
export class Fills {
  readonly counts = { misses: 0, fills: 0, joined: 0 };
  /** Those that later requests may join, by what these have in common. */
  private readonly joinable = new Map<string, Fill>();
  /** All that run: those that nobody may join any more have to hear of changes too. */
  private readonly running = new Set<Fill>();

  constructor(private readonly options: FillOptions) {}

  /** Stores nothing with one of the tags that is being made now. */
  drop(tags: readonly string[]): void {
    for (const { dropped } of this.running) for (const tag of tags) dropped.add(tag);
    // Whoever comes from now on must not be given what was read before the change.
    this.joinable.clear();
  }

  /**
   * Fills the entry of a request, or joins a fill of the same that runs.
   * @param of.stale the variant that is due, if any
   * @returns `answered` when this very request was, with what may not be cached; null when another
   *   one's was such
   */
  async fill(
    key: CacheKey,
    ctx: Context,
    next: Next,
    { origin, stale }: { origin: string; stale: Variant | undefined }
  ): Promise<Match | 'answered' | null> {
    this.counts.misses += 1;
    const same = `${key.url}\n${key.lang ?? ''}\n${ctx.get('accept-language')}\n${origin}`;
    const joined = this.joinable.get(same);
    if (joined !== undefined) {
      this.counts.joined += 1;
      // A fill that failed says nothing about this request.
      return joined.done.catch(() => null);
    }
    if (stale !== undefined) stale.refreshing = true;
    const dropped = new Set<string>();
    const fill: Fill = { done: this.ask(key, ctx, next, { origin, dropped }), dropped };
    this.joinable.set(same, fill);
    this.running.add(fill);
    try {
      return (await fill.done) ?? 'answered';
    } finally {
      if (stale !== undefined) stale.refreshing = false;
      this.running.delete(fill);
      if (this.joinable.get(same) === fill) this.joinable.delete(same);
    }
  }

  private async ask(
    key: CacheKey,
    ctx: Context,
    next: Next,
    { origin, dropped }: { origin: string; dropped: Set<string> }
  ): Promise<Match | null> {
    this.counts.fills += 1;
    const { restore } = askForWhole(ctx, key);
    await next().finally(restore);
    const made = madeOf(ctx, { url: key.url, origin, filledAt: this.options.now() });
    if (made === null) return null;
    const changed = dropped.has(EVERYTHING) || made.tags.some((tag) => dropped.has(tag));
    return changed ? made.match : this.store(made);
  }

  /** @returns what is cached now, which may have been there before */
  private store({ tags, varyBy, match }: Made): Match {
    const { memory, now, ttl } = this.options;
    const { url, variantKey, origin, variant, headers } = match;
    const before = memory.variant(url, variantKey);
    if (before?.etag === variant.etag && now() - before.filledAt < ttl()) {
      // The same bytes under another origin's headers: one body serves both.
      memory.addOrigin(url, before, origin, headers);
      return { ...match, variant: before };
    }
    memory.put(url, { tags, varyBy, variantKey, variant });
    return match;
  }
}

/** The application's response to a request; null where it may not be cached. */
function madeOf(
  ctx: Context,
  { url, origin, filledAt }: { url: string; origin: string; filledAt: number }
): Made | null {
  const { res } = ctx;
  const varyBy = varyByOf(ctx);
  const headers = res.getHeaders();
  const bytes = bytesOf(ctx.body);
  if (bytes === null || res.headersSent) return null;
  if (!isCacheable(ctx.status, headers, varyBy !== null)) return null;
  const cached = cachedHeaders(headers);
  const variant: Variant = {
    body: new Body(bytes),
    etag: String(headers.etag),
    vary: String(headers.vary ?? ''),
    origins: originsOf(origin, cached),
    filledAt,
    refreshing: false,
    requests: new Set(),
  };
  const variantKey = varyBy === null ? '' : varyBy(ctx);
  return {
    tags: tagsIn(String(headers['cache-tag'])),
    varyBy,
    match: { url, variantKey, origin, variant, headers: cached },
  };
}

/** A body whose bytes are there; a stream is none. */
function bytesOf(body: unknown): Buffer | null {
  if (typeof body === 'string') return Buffer.from(body);
  return Buffer.isBuffer(body) ? body : null;
}

/**
 * Makes a request ask for the whole, plain response at the canonical address, whatever the reader
 * has, accepts or wrote: what is cached serves others too.
 * @returns how to give the request back what is its own
 */
function askForWhole({ req }: Context, key: CacheKey): { restore: () => void } {
  const { method, url, headers } = req;
  const conditions = ['if-none-match', 'if-modified-since', 'accept-encoding'] as const;
  const before = conditions.map((name) => [name, headers[name]] as const);
  for (const name of conditions) delete headers[name];
  req.method = 'GET';
  req.url = canonicalUrl(key);
  return {
    restore() {
      req.method = method;
      req.url = url;
      for (const [name, value] of before) if (value !== undefined) headers[name] = value;
    },
  };
}
