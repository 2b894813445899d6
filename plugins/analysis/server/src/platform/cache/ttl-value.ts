import { LRUCache } from 'lru-cache';

/** The key of the only entry. */
const KEY = 'value';

export interface TtlValue<Value> {
  /**
   * Callers at the same time share one read.
   * @throws what `read` throws; the next caller reads again
   */
  get(): Promise<Value>;
  /** Drops the value, also the one that is being read: callers after this read again. */
  drop(): void;
}

/**
 * Caches one value that is read often and changes seldom. Whoever changes it drops it; the time
 * to live is for changes by other instances.
 * @param ttlMs milliseconds from the start of the read, as the value may change right after it
 * @param now milliseconds of a clock that is never set back, greater than 0
 */
export function createTtlValue<Value extends NonNullable<unknown>>(
  read: () => Promise<Value>,
  ttlMs: number,
  now: () => number = () => performance.now()
): TtlValue<Value> {
  const cache = new LRUCache<string, Value>({
    max: 1,
    ttl: ttlMs,
    // Without it the clock is read once a millisecond, and a value lives that much longer.
    ttlResolution: 0,
    perf: { now },
    // A read that is dropped meanwhile still answers those who asked before; it is not stored.
    ignoreFetchAbort: true,
    async fetchMethod(_key, _stale, { options }) {
      const startedAt = now();
      const value = await read();
      // A time to live of 0 is forever.
      options.ttl = Math.max(1, ttlMs - (now() - startedAt));
      return value;
    },
  });
  return {
    // Only `undefined` for a read that answers so, which its type rules out.
    get: () => cache.fetch(KEY) as Promise<Value>,
    drop: () => {
      cache.delete(KEY);
    },
  };
}
