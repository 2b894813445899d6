import { LRUCache } from 'lru-cache';
import type { VaryBy } from '../../platform/http/cache-tags';
import { Bounded } from './bounded-map';
import type { Body, HeaderPairs, Packet } from './prepared-response';

/** One answer of an address, in one language. */
export interface Variant {
  body: Body;
  etag: string;
  vary: string;
  /** Headers by origin: all that differs between two origins. */
  origins: Bounded<HeaderPairs>;
  /** Milliseconds since the epoch. */
  filledAt: number;
  /** Somebody is asking again: others take this one meanwhile. */
  refreshing: boolean;
  /** Requests whose packets were made of it. */
  requests: Set<string>;
}

/** All that is kept of one address. */
export interface Entry {
  url: string;
  tags: readonly string[];
  varyBy: VaryBy | null;
  variants: Bounded<Variant>;
}

/** Answers of one address, and origins of one answer. */
const MAX_VARIANTS = 24;
const MAX_ORIGINS = 16;

/** For the headers of one answer by origin. */
export const originsOf = (origin: string, headers: HeaderPairs): Bounded<HeaderPairs> => {
  const origins = new Bounded<HeaderPairs>(MAX_ORIGINS);
  origins.set(origin, headers);
  return origins;
};
/** Requests, header by header, whose packets are found without looking at the address. */
const MAX_SHORTCUTS = 2_000;
const MAX_SHORTCUT_LENGTH = 700;
/** Hits of a shortcut after which its answer counts as asked for again. */
const TOUCH_EVERY = 32;

/** What an object takes besides its text: measured at about this much an entry. */
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

/** What a request was answered with before. */
export interface Shortcut {
  url: string;
  choice: string;
  origin: string;
  variant: Variant;
  packet: Packet;
  hits: number;
}

/**
 * Finished answers by address, within a bound in bytes. Addresses that were asked for again after
 * they were filled are kept apart from those that were not, so that a flood of addresses asked for
 * once pushes out only its own kind (a segmented LRU: Karedla, Love and Wherry, 1994).
 */
export class Memory {
  private readonly once: LRUCache<string, Entry>;
  private readonly again: LRUCache<string, Entry>;
  private readonly byTag = new Map<string, Set<string>>();
  private readonly shortcuts = new LRUCache<string, Shortcut>({
    max: MAX_SHORTCUTS,
    dispose: ({ variant }, request) => variant.requests.delete(request),
  });

  /** @param maxBytes of bodies, headers and keys; a quarter is for addresses asked for once */
  constructor(maxBytes: number) {
    const part = (share: number) =>
      new LRUCache<string, Entry>({
        maxSize: Math.ceil(maxBytes * share),
        sizeCalculation: bytesOf,
        dispose: (entry, _url, reason) => {
          // Put again or moved to the other part, it is still there.
          if (reason === 'evict') this.forget(entry);
        },
      });
    this.once = part(0.25);
    this.again = part(0.75);
  }

  get bytes(): number {
    return this.once.calculatedSize + this.again.calculatedSize;
  }

  get size(): number {
    return this.once.size + this.again.size;
  }

  /** The entry of an address that is asked for. */
  get(url: string): Entry | undefined {
    const known = this.again.get(url);
    if (known !== undefined) return known;
    const entry = this.once.get(url);
    if (entry === undefined) return undefined;
    this.once.delete(url);
    this.store(entry, this.again);
    return entry;
  }

  /** One answer of an address, looked at without asking for it. */
  variant(url: string, choice: string): Variant | undefined {
    return this.peek(url)?.variants.peek(choice);
  }

  /** Whether the variant is kept under the address. */
  holds(url: string, variant: Variant): boolean {
    return this.peek(url)?.variants.values().includes(variant) ?? false;
  }

  /** Keeps an answer; one of the same choice gives way to it. */
  put(
    url: string,
    answer: { tags: readonly string[]; varyBy: VaryBy | null; choice: string; variant: Variant }
  ): void {
    const { varyBy, choice, variant } = answer;
    const before = this.peek(url);
    const variants =
      before?.variants ?? new Bounded<Variant>(MAX_VARIANTS, (each) => this.cut(each));
    const same = variants.peek(choice);
    if (same !== undefined) this.cut(same);
    variants.set(choice, variant);
    const tags = [...new Set([...(before?.tags ?? []), ...answer.tags])];
    for (const tag of tags) {
      const urls = this.byTag.get(tag) ?? new Set();
      this.byTag.set(tag, urls.add(url));
    }
    this.store({ url, tags, varyBy, variants });
  }

  /** Keeps the headers of one more origin. */
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
    return this.again.peek(url) ?? this.once.peek(url);
  }

  private store(entry: Entry, part = this.again.has(entry.url) ? this.again : this.once): void {
    // Another object, as the size of one that is there already would not be counted again.
    part.set(entry.url, { ...entry });
    // One that is larger than its part is not taken.
    if (!part.has(entry.url)) this.forget(entry);
  }

  /** Drops every answer that was made of one of the tags. */
  drop(tags: readonly string[]): void {
    for (const tag of tags) {
      for (const url of this.byTag.get(tag) ?? []) {
        const entry = this.peek(url);
        this.again.delete(url);
        this.once.delete(url);
        if (entry !== undefined) this.forget(entry);
      }
    }
  }

  clear(): void {
    this.once.clear();
    this.again.clear();
    this.byTag.clear();
    this.shortcuts.clear();
  }

  /** The packet of a request that came before, header by header, if it is still kept. */
  shortcut(request: string): Shortcut | undefined {
    const found = this.shortcuts.get(request);
    if (found === undefined) return undefined;
    // Looked up now and then, so that what is asked for stays.
    if (found.hits % TOUCH_EVERY === 0) {
      this.get(found.url)?.variants.get(found.choice)?.origins.get(found.origin);
    }
    found.hits += 1;
    return found;
  }

  remember(request: string, made: Omit<Shortcut, 'hits'>): void {
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

  /** A variant that is no longer kept is not to be found by a shortcut either. */
  private cut(variant: Variant): void {
    for (const request of [...variant.requests]) this.shortcuts.delete(request);
  }

  private forget(entry: Entry): void {
    for (const variant of entry.variants.values()) this.cut(variant);
    this.untag(entry);
  }
}
