import { LRUCache } from 'lru-cache';
import type { VaryBy } from '../../platform/http/cache-tags';
import { BoundedMap } from './bounded-map';
import type { Body, HeaderPairs, PreparedResponse } from './prepared-response';

/** The tag by which everything is dropped. */
export const EVERYTHING = '*';

/** One response of an address, by its variant key. */
export interface Variant {
  body: Body;
  etag: string;
  vary: string;
  /** Headers by origin: all that differs between two origins. */
  origins: BoundedMap<HeaderPairs>;
  /** Milliseconds since the epoch. */
  filledAt: number;
  /** A request is filling it again: others are served this one meanwhile. */
  refreshing: boolean;
  /** Requests that are answered with it by a shortcut. */
  requests: Set<string>;
}

/** All that is cached of one address. */
export interface Entry {
  url: string;
  tags: readonly string[];
  varyBy: VaryBy | null;
  variants: BoundedMap<Variant>;
}

/** A variant with the headers of one origin. */
export interface Match {
  url: string;
  variantKey: string;
  origin: string;
  variant: Variant;
  headers: HeaderPairs;
}

/** Variants of one address, and origins of one variant. */
const MAX_VARIANTS = 24;
const MAX_ORIGINS = 16;

/** The headers of one variant by origin. */
export const originsOf = (origin: string, headers: HeaderPairs): BoundedMap<HeaderPairs> => {
  const origins = new BoundedMap<HeaderPairs>(MAX_ORIGINS);
  origins.set(origin, headers);
  return origins;
};
/** Requests, header by header, that are answered without reading their address. */
const MAX_SHORTCUTS = 2_000;
const MAX_SHORTCUT_LENGTH = 700;
/** Hits of a shortcut after which its entry counts as used again. */
const TOUCH_EVERY = 32;

/** Bytes that an object takes besides its text: measured at about this much an entry. */
const OVERHEAD = 400;

const bytesOfPairs = (pairs: HeaderPairs): number =>
  pairs.reduce((sum, [name, value]) => sum + name.length + value.length, OVERHEAD);

function bytesOf(entry: Entry): number {
  let bytes = OVERHEAD + entry.url.length * 2;
  for (const { body, origins } of entry.variants.values()) {
    bytes += OVERHEAD + body.bytes;
    for (const pairs of origins.values()) bytes += bytesOfPairs(pairs);
  }
  return bytes;
}

/** What an earlier request, equal header by header, was answered with. */
export interface Shortcut {
  url: string;
  variantKey: string;
  origin: string;
  variant: Variant;
  prepared: PreparedResponse;
  hits: number;
}

/**
 * Finished responses by address, within a bound in bytes: a segmented LRU (Karedla, Love and Wherry,
 * 1994). An address moves from the probation to the protected part when it is asked for again, so
 * that a flood of addresses asked for once evicts only its own kind.
 */
export class MemoryStore {
  private readonly probation: LRUCache<string, Entry>;
  private readonly protectedPart: LRUCache<string, Entry>;
  private readonly byTag = new Map<string, Set<string>>();
  private readonly shortcuts = new LRUCache<string, Shortcut>({
    max: MAX_SHORTCUTS,
    dispose: ({ variant }, request) => variant.requests.delete(request),
  });

  /** @param maxBytes of bodies, headers and keys; a quarter is the probation part */
  constructor(maxBytes: number) {
    const part = (share: number) =>
      new LRUCache<string, Entry>({
        maxSize: Math.ceil(maxBytes * share),
        sizeCalculation: bytesOf,
        dispose: (entry, _url, reason) => {
          // Put again or moved to the other part, it is still there.
          if (reason === 'evict') this.release(entry);
        },
      });
    this.probation = part(0.25);
    this.protectedPart = part(0.75);
  }

  get bytes(): number {
    return this.probation.calculatedSize + this.protectedPart.calculatedSize;
  }

  get size(): number {
    return this.probation.size + this.protectedPart.size;
  }

  /** The entry of an address that is asked for. */
  get(url: string): Entry | undefined {
    const known = this.protectedPart.get(url);
    if (known !== undefined) return known;
    const entry = this.probation.get(url);
    if (entry === undefined) return undefined;
    this.probation.delete(url);
    this.store(entry, this.protectedPart);
    return entry;
  }

  /** One variant of an address, without counting as a use. */
  variant(url: string, variantKey: string): Variant | undefined {
    return this.peek(url)?.variants.peek(variantKey);
  }

  /** Whether the variant is cached under the address. */
  has(url: string, variant: Variant): boolean {
    return this.peek(url)?.variants.values().includes(variant) ?? false;
  }

  /** Stores a variant; one of the same key is replaced. */
  put(
    url: string,
    made: { tags: readonly string[]; varyBy: VaryBy | null; variantKey: string; variant: Variant }
  ): void {
    const { varyBy, variantKey, variant } = made;
    const before = this.peek(url);
    const variants =
      before?.variants ?? new BoundedMap<Variant>(MAX_VARIANTS, (each) => this.dropShortcuts(each));
    const same = variants.peek(variantKey);
    if (same !== undefined) this.dropShortcuts(same);
    variants.set(variantKey, variant);
    const tags = [...new Set([...(before?.tags ?? []), ...made.tags])];
    for (const tag of tags) {
      const urls = this.byTag.get(tag) ?? new Set();
      this.byTag.set(tag, urls.add(url));
    }
    this.store({ url, tags, varyBy, variants });
  }

  /** Stores the headers of one more origin. */
  addOrigin(url: string, variant: Variant, origin: string, headers: HeaderPairs): void {
    variant.origins.set(origin, headers);
    this.resized(url);
  }

  /** Counts again what an address takes. */
  resized(url: string): void {
    const entry = this.peek(url);
    if (entry !== undefined) this.store(entry);
  }

  private peek(url: string): Entry | undefined {
    return this.protectedPart.peek(url) ?? this.probation.peek(url);
  }

  private store(
    entry: Entry,
    part = this.protectedPart.has(entry.url) ? this.protectedPart : this.probation
  ): void {
    // Another object, as the size of one that is there already would not be counted again.
    part.set(entry.url, { ...entry });
    // One that is larger than its part is not taken.
    if (!part.has(entry.url)) this.release(entry);
  }

  /** Drops every response that was made of one of the tags; all with `EVERYTHING`. */
  drop(tags: readonly string[]): void {
    if (tags.includes(EVERYTHING)) return this.clear();
    for (const tag of tags) {
      for (const url of this.byTag.get(tag) ?? []) {
        const entry = this.peek(url);
        this.protectedPart.delete(url);
        this.probation.delete(url);
        if (entry !== undefined) this.release(entry);
      }
    }
  }

  private clear(): void {
    this.probation.clear();
    this.protectedPart.clear();
    this.byTag.clear();
    this.shortcuts.clear();
  }

  /** The prepared response of an earlier equal request, if its variant is still cached. */
  shortcut(request: string): Shortcut | undefined {
    const found = this.shortcuts.get(request);
    if (found === undefined) return undefined;
    // Looked up now and then, so that what is asked for stays.
    if (found.hits % TOUCH_EVERY === 0) {
      this.get(found.url)?.variants.get(found.variantKey)?.origins.get(found.origin);
    }
    found.hits += 1;
    return found;
  }

  addShortcut(request: string, made: Omit<Shortcut, 'hits'>): void {
    if (request.length > MAX_SHORTCUT_LENGTH) return;
    const shortcut = { ...made, hits: 0 };
    this.shortcuts.set(request, shortcut);
    // Afterwards, as the one that it takes the place of may be of the same answer.
    shortcut.variant.requests.add(request);
  }

  private untag({ url, tags }: Entry): void {
    for (const tag of tags) {
      const urls = this.byTag.get(tag);
      urls?.delete(url);
      if (urls?.size === 0) this.byTag.delete(tag);
    }
  }

  /** A variant that is no longer cached must not be found by a shortcut either. */
  private dropShortcuts(variant: Variant): void {
    for (const request of [...variant.requests]) this.shortcuts.delete(request);
  }

  private release(entry: Entry): void {
    for (const variant of entry.variants.values()) this.dropShortcuts(variant);
    this.untag(entry);
  }
}
