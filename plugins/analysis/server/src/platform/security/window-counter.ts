import { LRUCache } from 'lru-cache';

/** Keys that one counter keeps at most: about 4 MB. */
const MOST_KEYS = 20_000;

/** What one attempt makes of a window. */
export interface Taken {
  /** Attempts within the window, this one included. */
  count: number;
  /** Until the window ends. */
  msLeft: number;
}

/**
 * Counts attempts in fixed windows, in this process. Full, it forgets the key that was idle for
 * longest: refusing everybody who is new would let one attacker with many networks shut out all
 * others, and one who goes on stays counted.
 */
export class WindowCounter {
  private readonly windows: LRUCache<string, { count: number }>;

  /** @param clock milliseconds; for tests */
  constructor(
    windowMs: number,
    { most = MOST_KEYS, clock }: { most?: number; clock?: Clock } = {}
  ) {
    const perf = clock ? { perf: clock, ttlResolution: 0 } : {};
    this.windows = new LRUCache({ max: most, ttl: windowMs, ...perf });
  }

  get size(): number {
    return this.windows.size;
  }

  take(key: string): Taken {
    // Its age is that of the first attempt, whatever comes after.
    const window = this.windows.get(key) ?? { count: 0 };
    window.count += 1;
    if (window.count === 1) this.windows.set(key, window);
    return { count: window.count, msLeft: this.windows.getRemainingTTL(key) };
  }
}

type Clock = { now(): number };
