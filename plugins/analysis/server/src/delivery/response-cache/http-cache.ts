import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Context, Next } from 'koa';
import { matchesEtag } from '../../platform/http/etag';
import type { Address, CacheKey } from './cache-key';
import { Fills } from './fill';
import { MemoryStore, type Entry, type Match, type Variant } from './memory-cache';
import {
  prepareResponse,
  writeResponse,
  type Encoding,
  type PreparedResponse,
} from './prepared-response';

export interface CacheOptions {
  /** Null for an address whose responses are not cached. */
  keyOf: (address: Address) => CacheKey | null;
  maxBytes: number;
  /** How long a response is fresh, in milliseconds. */
  ttl: () => number;
  /** How long after that it may still be served while one request fills it again. */
  staleFor: () => number;
  onHit: (req: IncomingMessage, hits: number) => void;
  /** Milliseconds since the epoch. */
  now: () => number;
}

const encodingOf = (ctx: Context): Encoding => {
  if (ctx.acceptsEncodings('br')) return 'br';
  return ctx.acceptsEncodings('gzip') ? 'gzip' : 'identity';
};

/** What equal requests have in common, header by header; null for those that are never cached. */
function requestOf({ method, url, headers }: IncomingMessage): string | null {
  if ((method !== 'GET' && method !== 'HEAD') || headers.authorization !== undefined) return null;
  return `${url}\n${headers['accept-language'] ?? ''}\n${headers.origin ?? ''}\n${headers['accept-encoding'] ?? ''}`;
}

/** Stores finished responses and serves them to whoever asks the same; see docs/adr/0024. */
export class HttpCache {
  private hits = 0;
  private dropped = 0;
  private readonly memory: MemoryStore;
  private readonly fills: Fills;

  constructor(private readonly options: CacheOptions) {
    const { maxBytes, now, ttl } = options;
    this.memory = new MemoryStore(maxBytes);
    this.fills = new Fills({ memory: this.memory, now, ttl });
  }

  /** What it did since it was made. */
  get counts(): Record<'hits' | 'misses' | 'fills' | 'joined' | 'dropped', number> {
    return { hits: this.hits, ...this.fills.counts, dropped: this.dropped };
  }

  /** How much it stores. */
  get size(): { bytes: number; addresses: number } {
    return { bytes: this.memory.bytes, addresses: this.memory.size };
  }

  /** Drops what was made of some tags, and stores nothing of them that is being made now. */
  drop(tags: readonly string[]): void {
    this.dropped += 1;
    this.memory.drop(tags);
    this.fills.drop(tags);
  }

  /**
   * Answers a request that equals an earlier one, which nearly every one does: to make Koa's context
   * alone takes longer.
   * @returns whether it was answered
   */
  answer(req: IncomingMessage, res: ServerResponse): boolean {
    const request = requestOf(req);
    const shortcut = request === null ? undefined : this.memory.shortcut(request);
    if (shortcut === undefined || !this.mayServe(shortcut.variant)) return false;
    this.serveHit(req, res, shortcut.prepared, shortcut.variant);
    return true;
  }

  /** Koa middleware: serves from the cache, or caches what the application answers. */
  handle(ctx: Context, next: Next): Promise<void> {
    const request = requestOf(ctx.req);
    if (request === null) return next();
    const { url, path, query } = ctx;
    const key = this.options.keyOf({ url, path, query });
    if (key === null) return next();
    return this.lookUp(ctx, next, { key, origin: ctx.req.headers.origin ?? '', request });
  }

  private async lookUp(
    ctx: Context,
    next: Next,
    { key, origin, request }: { key: CacheKey; origin: string; request: string }
  ): Promise<void> {
    const encoding = encodingOf(ctx);
    const found = this.find(key, ctx, origin);
    if (found !== null && this.mayServe(found.variant)) {
      return this.serve(ctx, request, { ...found, encoding, isHit: true });
    }
    const filled = await this.fills.fill(key, ctx, next, { origin, stale: found?.variant });
    if (filled === 'answered') return;
    if (filled === null) {
      await next();
      return;
    }
    await this.serve(ctx, request, { ...filled, encoding, isHit: false });
  }

  /** Whether it is fresh; a stale one is served while a request fills it again. */
  private mayServe(variant: Variant): boolean {
    const age = this.options.now() - variant.filledAt;
    const ttl = this.options.ttl();
    return age < ttl || (variant.refreshing && age < ttl + this.options.staleFor());
  }

  private find(key: CacheKey, ctx: Context, origin: string): Match | null {
    const entry = this.memory.get(key.url);
    const variantKey = entry === undefined ? null : variantKeyOf(entry, ctx);
    if (entry === undefined || variantKey === null) return null;
    const variant = entry.variants.get(variantKey);
    const headers = variant?.origins.get(origin);
    return variant === undefined || headers === undefined
      ? null
      : { url: key.url, variantKey, origin, variant, headers };
  }

  private async serve(
    ctx: Context,
    request: string,
    found: Match & { encoding: Encoding; isHit: boolean }
  ): Promise<void> {
    const { url, variantKey, origin, variant, headers, encoding, isHit } = found;
    const before = variant.body.bytes;
    const prepared = await prepareResponse(variant.body, headers, variant.vary, encoding);
    if (variant.body.bytes !== before) this.memory.resized(url);
    if (this.memory.has(url, variant)) {
      this.memory.addShortcut(request, { url, variantKey, origin, variant, prepared });
    }
    ctx.respond = false;
    if (isHit) this.serveHit(ctx.req, ctx.res, prepared, variant);
    else this.send(ctx.req, ctx.res, prepared, null);
  }

  private serveHit(
    req: IncomingMessage,
    res: ServerResponse,
    prepared: PreparedResponse,
    variant: Variant
  ): void {
    this.hits += 1;
    this.options.onHit(req, this.hits);
    const age = Math.max(0, Math.floor((this.options.now() - variant.filledAt) / 1_000));
    this.send(req, res, prepared, age);
  }

  private send(
    req: IncomingMessage,
    res: ServerResponse,
    prepared: PreparedResponse,
    age: number | null
  ): void {
    const notModified = matchesEtag(req.headers['if-none-match'], prepared.etag);
    if (!res.headersSent && !res.destroyed) {
      writeResponse(res, prepared, { head: req.method === 'HEAD', notModified, age });
    }
  }
}

/** The variant key of a request; null when the request is at fault. */
function variantKeyOf(entry: Entry, ctx: Context): string | null {
  if (entry.varyBy === null) return '';
  try {
    return entry.varyBy(ctx);
  } catch {
    return null;
  }
}
