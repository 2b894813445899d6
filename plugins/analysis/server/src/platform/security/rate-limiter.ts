import type { Core } from '@strapi/strapi';
import { Redis } from 'ioredis';
import { RateLimiterRedis } from 'rate-limiter-flexible';
import { configOf } from '../../config';
import { tooMany } from '../errors';
import { WindowCounter, type Taken } from './window-counter';

/** Attempts are only counted here; what is too many is the caller's to say. */
const WITHOUT_END = Number.MAX_SAFE_INTEGER;
const PREFIX = 'analysis';
/** Redis that is connected and says nothing is waited for no longer: what asks may hold locks. */
const ANSWER_MS = 1_000;

type Counter = (key: string) => Promise<Taken>;

/**
 * Counts attempts in fixed windows, over all instances where Redis is configured. While Redis does
 * not answer, each instance counts for itself: a limit that is too kind is better than no comments
 * at all.
 */
export function createRateLimiter(strapi: Core.Strapi) {
  const counters = new Map<string, Promise<Counter>>();
  let client: Promise<Redis | null> | null = null;

  const connect = async (): Promise<Redis | null> => {
    const { url } = configOf(strapi).redis;
    if (url === '') return null;
    const redis = new Redis(url, {
      // A command fails at once while there is no connection, and memory stands in for it.
      enableOfflineQueue: false,
      maxRetriesPerRequest: 1,
      commandTimeout: ANSWER_MS,
      // A connection that is gone already would otherwise hold up the end by two seconds.
      disconnectTimeout: 100,
      lazyConnect: true,
    });
    let told = false;
    redis.on('error', (error: Error) => {
      if (!told) strapi.log.warn(`Limits are counted in memory, as Redis fails: ${error.message}`);
      told = true;
    });
    redis.on('ready', () => {
      told = false;
    });
    await redis.connect().catch(() => undefined);
    return redis;
  };

  const makeCounter = async (id: string, seconds: number): Promise<Counter> => {
    client ??= connect();
    const redis = await client;
    const memory = new WindowCounter(seconds * 1_000);
    if (redis === null) return async (key) => memory.take(key);
    const shape = { points: WITHOUT_END, duration: seconds, keyPrefix: `${PREFIX}:${id}` };
    const shared = new RateLimiterRedis({ ...shape, storeClient: redis });
    return (key) =>
      shared.consume(key).then(
        ({ consumedPoints, msBeforeNext }) => ({ count: consumedPoints, msLeft: msBeforeNext }),
        () => memory.take(key)
      );
  };

  /** Kept while it is being made: of two counters for the first who come at once, one would go. */
  const counterFor = (name: string, seconds: number): Promise<Counter> => {
    const id = `${name}:${seconds}`;
    const made = counters.get(id) ?? makeCounter(id, seconds);
    counters.set(id, made);
    return made;
  };

  const take = async (name: string, key: string, seconds: number): Promise<Taken> =>
    (await counterFor(name, seconds))(key);

  return {
    /**
     * Counts one more attempt.
     * @param name what is counted, such as `comments`
     * @param key who is counted: a keyed hash, never an address
     * @returns attempts within the window that began with the first, this one included
     */
    async take(name: string, key: string, seconds: number): Promise<number> {
      return (await take(name, key, seconds)).count;
    },

    /**
     * Counts one more attempt, and refuses those beyond a bound until its window ends.
     * @param bound `most` 0 is none: then nothing is counted
     * @param why a sentence for the reader
     * @throws RateLimitError, see `tooMany`
     */
    async enforce(
      name: string,
      key: string,
      { most, seconds }: { most: number; seconds: number },
      why: string
    ): Promise<void> {
      if (most === 0) return;
      const { count, msLeft } = await take(name, key, seconds);
      if (count > most) throw tooMany(why, Math.max(1, Math.ceil(msLeft / 1_000)));
    },

    /** Ends the connection to Redis, if there is one. */
    async close(): Promise<void> {
      const redis = await client;
      client = null;
      counters.clear();
      redis?.disconnect();
    },
  };
}

export type RateLimiter = ReturnType<typeof createRateLimiter>;
