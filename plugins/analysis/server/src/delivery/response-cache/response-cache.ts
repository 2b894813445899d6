import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Context, Next } from 'koa';
import type { Address, CacheKey } from './rules';
import { varyByOf } from '../../platform/http/cache-tags';
import { matchesEtag } from '../../platform/http/etag';
import { canonicalUrl, isKeepable, tagsIn } from './rules';
import { Memory, originsOf, type Entry, type Variant } from './memory-store';
import {
  Body,
  keptHeaders,
  packetOf,
  write,
  type Encoding,
  type HeaderPairs,
  type Packet,
} from './prepared-response';

/** An answer with the headers of one origin. */
interface Found {
  url: string;
  choice: string;
  origin: string;
  variant: Variant;
  headers: HeaderPairs;
}

/** What a fill found: an answer that others may have, or nothing. */
type Filled = Found | null;

interface Fill {
  done: Promise<Filled>;
  /** Changes that were committed while it ran. */
  dropped: Set<string>;
}

export interface CacheOptions {
  keyOf: (address: Address) => CacheKey | null;
  maxBytes: number;
  /** How long an answer is taken to hold without being asked again, in milliseconds. */
  keepFor: () => number;
  /** How long it may still be served while one request asks again. */
  staleFor: () => number;
  onHit: (req: IncomingMessage, hits: number) => void;
  now: () => number;
}

/** Drops everything. */
export const EVERYTHING = '*';

const encodingOf = (ctx: Context): Encoding => {
  if (ctx.acceptsEncodings('br')) return 'br';
  return ctx.acceptsEncodings('gzip') ? 'gzip' : 'identity';
};

/** What requests for the same answer have in common, word by word; null where none is kept. */
function requestOf({ method, url, headers }: IncomingMessage): string | null {
  if ((method !== 'GET' && method !== 'HEAD') || headers.authorization !== undefined) return null;
  return `${url}\n${headers['accept-language'] ?? ''}\n${headers.origin ?? ''}\n${headers['accept-encoding'] ?? ''}`;
}

/** Keeps finished answers and gives them to whoever asks the same; see docs/adr/0024. */
export class PostCache {
  readonly counts = { hits: 0, misses: 0, fills: 0, joined: 0, dropped: 0 };
  private readonly memory: Memory;
  /** Those that others may join. */
  private readonly fills = new Map<string, Fill>();
  /** All that run: those that nobody may join any more have to hear of changes too. */
  private readonly running = new Set<Fill>();

  constructor(private readonly options: CacheOptions) {
    this.memory = new Memory(options.maxBytes);
  }

  get held(): { bytes: number; addresses: number } {
    return { bytes: this.memory.bytes, addresses: this.memory.size };
  }

  /** Forgets what was made of some tags, and keeps nothing of them that is being made now. */
  drop(tags: readonly string[]): void {
    this.counts.dropped += 1;
    if (tags.includes(EVERYTHING)) this.memory.clear();
    else this.memory.drop(tags);
    for (const { dropped } of this.running) for (const tag of tags) dropped.add(tag);
    // Whoever comes from now on may not be given what was read before the change.
    this.fills.clear();
  }

  /**
   * Answers a request that came before in the same words; this is nearly every one, and Koa alone
   * would take longer than it does.
   * @returns whether it was answered
   */
  answer(req: IncomingMessage, res: ServerResponse): boolean {
    const request = requestOf(req);
    const shortcut = request === null ? undefined : this.memory.shortcut(request);
    if (shortcut === undefined || !this.mayServe(shortcut.variant)) return false;
    this.serve(req, res, shortcut.packet, shortcut.variant);
    return true;
  }

  /** Koa middleware: answers from what is kept, or keeps what the application answers. */
  handle(ctx: Context, next: Next): Promise<void> {
    const request = requestOf(ctx.req);
    if (request === null) return next();
    const { url, path, query } = ctx;
    const key = this.options.keyOf({ url, path, query });
    if (key === null) return next();
    return this.look(ctx, next, { key, origin: ctx.req.headers.origin ?? '', request });
  }

  private async look(
    ctx: Context,
    next: Next,
    { key, origin, request }: { key: CacheKey; origin: string; request: string }
  ): Promise<void> {
    const encoding = encodingOf(ctx);
    const found = this.find(key, ctx, origin);
    if (found !== null && this.mayServe(found.variant)) {
      return this.serveFrom(ctx, request, { ...found, encoding, age: true });
    }
    const filled = await this.fill(key, ctx, next, { origin, stale: found?.variant });
    if (filled === 'answered') return;
    if (filled === null) return next();
    await this.serveFrom(ctx, request, { ...filled, encoding, age: false });
  }

  /** An answer that holds; one that is due to be asked for again is served while that is done. */
  private mayServe(variant: Variant): boolean {
    const age = this.options.now() - variant.filledAt;
    const keep = this.options.keepFor();
    return age < keep || (variant.refreshing && age < keep + this.options.staleFor());
  }

  private find(key: CacheKey, ctx: Context, origin: string): Found | null {
    const entry = this.memory.get(key.url);
    const choice = entry === undefined ? null : choiceOf(entry, ctx);
    if (entry === undefined || choice === null) return null;
    const variant = entry.variants.get(choice);
    const headers = variant?.origins.get(origin);
    return variant === undefined || headers === undefined
      ? null
      : { url: key.url, choice, origin, variant, headers };
  }

  private async serveFrom(
    ctx: Context,
    request: string,
    found: Found & { encoding: Encoding; age: boolean }
  ): Promise<void> {
    const { url, choice, origin, variant, headers, encoding, age } = found;
    const before = variant.body.bytes;
    const packet = await packetOf(variant.body, headers, variant.vary, encoding);
    if (variant.body.bytes !== before) this.memory.resized(url);
    if (this.memory.holds(url, variant))
      this.memory.remember(request, { url, choice, origin, variant, packet });
    ctx.respond = false;
    if (age) this.serve(ctx.req, ctx.res, packet, variant);
    else this.send(ctx.req, ctx.res, packet, null);
  }

  private serve(req: IncomingMessage, res: ServerResponse, packet: Packet, variant: Variant): void {
    this.counts.hits += 1;
    this.options.onHit(req, this.counts.hits);
    const age = Math.max(0, Math.floor((this.options.now() - variant.filledAt) / 1_000));
    this.send(req, res, packet, age);
  }

  private send(
    req: IncomingMessage,
    res: ServerResponse,
    packet: Packet,
    age: number | null
  ): void {
    const ifNoneMatch = req.headers['if-none-match'];
    const held = matchesEtag(ifNoneMatch, packet.etag);
    if (!res.headersSent && !res.destroyed) {
      write(res, packet, { head: req.method === 'HEAD', held, age });
    }
  }

  /**
   * Lets the application answer once for all who ask the same meanwhile.
   * @returns `answered` when this very request was, with what may not be kept; null when another
   *   one's was such
   */
  private async fill(
    key: CacheKey,
    ctx: Context,
    next: Next,
    { origin, stale }: { origin: string; stale: Variant | undefined }
  ): Promise<Filled | 'answered'> {
    this.counts.misses += 1;
    const same = `${key.url}\n${key.lang ?? ''}\n${ctx.get('accept-language')}\n${origin}`;
    const joined = this.fills.get(same);
    if (joined !== undefined) {
      this.counts.joined += 1;
      // One that failed says nothing about this request.
      return joined.done.catch(() => null);
    }
    if (stale !== undefined) stale.refreshing = true;
    const dropped = new Set<string>();
    const fill: Fill = { done: this.ask(key, ctx, next, { origin, dropped }), dropped };
    this.fills.set(same, fill);
    this.running.add(fill);
    try {
      return (await fill.done) ?? 'answered';
    } finally {
      if (stale !== undefined) stale.refreshing = false;
      this.running.delete(fill);
      if (this.fills.get(same) === fill) this.fills.delete(same);
    }
  }

  private async ask(
    key: CacheKey,
    ctx: Context,
    next: Next,
    { origin, dropped }: { origin: string; dropped: Set<string> }
  ): Promise<Filled> {
    this.counts.fills += 1;
    const given = wholeAnswers(ctx, key);
    await next().finally(given.restore);
    const { res } = ctx;
    const varyBy = varyByOf(ctx);
    const headers = res.getHeaders();
    const bytes = bytesOf(ctx.body);
    if (bytes === null || res.headersSent) return null;
    if (!isKeepable(ctx.status, headers, varyBy !== null)) return null;
    const tags = tagsIn(String(headers['cache-tag']));
    const kept = keptHeaders(headers);
    const variant: Variant = {
      body: new Body(bytes),
      etag: String(headers.etag),
      vary: String(headers.vary ?? ''),
      origins: originsOf(origin, kept),
      filledAt: this.options.now(),
      refreshing: false,
      requests: new Set(),
    };
    const overtaken = dropped.has(EVERYTHING) || tags.some((tag) => dropped.has(tag));
    const choice = varyBy === null ? '' : varyBy(ctx);
    const answer = { tags, varyBy, choice, variant, origin, kept };
    return {
      url: key.url,
      choice,
      origin,
      variant: overtaken ? variant : this.keep(key.url, answer),
      headers: kept,
    };
  }

  /** @returns the one that is kept, which may have been there */
  private keep(
    url: string,
    answer: Parameters<Memory['put']>[1] & { origin: string; kept: HeaderPairs }
  ): Variant {
    const { choice, variant, origin, kept } = answer;
    const before = this.memory.variant(url, choice);
    if (before !== undefined && before.etag === variant.etag && this.isFresh(before)) {
      // The same bytes under another origin's headers: one body serves both.
      this.memory.addOrigin(url, before, origin, kept);
      return before;
    }
    this.memory.put(url, answer);
    return variant;
  }

  private isFresh(variant: Variant): boolean {
    return this.options.now() - variant.filledAt < this.options.keepFor();
  }
}

/** The answer of an address that a request chooses; null when the request is at fault. */
function choiceOf(entry: Entry, ctx: Context): string | null {
  if (entry.varyBy === null) return '';
  try {
    return entry.varyBy(ctx);
  } catch {
    return null;
  }
}

/** A body whose bytes are there; a stream is none. */
function bytesOf(body: unknown): Buffer | null {
  if (typeof body === 'string') return Buffer.from(body);
  return Buffer.isBuffer(body) ? body : null;
}

/**
 * Asks for the whole, plain answer at the canonical address, whatever the reader holds, accepts or
 * wrote: what is kept serves others too.
 * @returns how to give the request back what is its own
 */
function wholeAnswers({ req }: Context, key: CacheKey): { restore: () => void } {
  const { method, url, headers } = req;
  const conditions = ['if-none-match', 'if-modified-since', 'accept-encoding'] as const;
  const kept = conditions.map((name) => [name, headers[name]] as const);
  for (const name of conditions) delete headers[name];
  req.method = 'GET';
  req.url = canonicalUrl(key);
  return {
    restore() {
      req.method = method;
      req.url = url;
      for (const [name, value] of kept) if (value !== undefined) headers[name] = value as string;
    },
  };
}
