import type { Core } from '@strapi/strapi';
import type { Redis } from 'ioredis';
import type { RateLimiterAbstract } from 'rate-limiter-flexible';
import { configOf } from '../config';
import { packages } from './packages';
import type { Services } from './services';

/** Attempts are only counted here; what is too many is the caller's to say. */
const WITHOUT_END = Number.MAX_SAFE_INTEGER;
const PREFIX = 'analysis';

/**
 * Counts attempts in fixed windows; see `Services` for the contract. While Redis does not answer,
 * each instance counts for itself: a limit that is too kind is better than no comments at all.
 */
export const limitsService = ({ strapi }: { strapi: Core.Strapi }): Services['limits'] => {
  const limiters = new Map<string, RateLimiterAbstract>();
  let client: Promise<Redis | null> | null = null;

  const connect = async (): Promise<Redis | null> => {
    const { url } = configOf(strapi).redis;
    if (url === '') return null;
    const redis = new (packages.ioredis().Redis)(url, {
      // A command fails at once while there is no connection, and memory stands in for it.
      enableOfflineQueue: false,
      maxRetriesPerRequest: 1,
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

  const limiterFor = async (name: string, duration: number): Promise<RateLimiterAbstract> => {
    const id = `${name}:${duration}`;
    const known = limiters.get(id);
    if (known) return known;
    client ??= connect();
    const redis = await client;
    const shape = { points: WITHOUT_END, duration, keyPrefix: `${PREFIX}:${id}` };
    const { RateLimiterMemory, RateLimiterRedis } = packages.rateLimiters();
    const memory = new RateLimiterMemory(shape);
    const made =
      redis === null
        ? memory
        : new RateLimiterRedis({ ...shape, storeClient: redis, insuranceLimiter: memory });
    limiters.set(id, made);
    return made;
  };

  return {
    async take(name, key, windowSeconds) {
      const { consumedPoints } = await (await limiterFor(name, windowSeconds)).consume(key);
      return consumedPoints;
    },

    async close() {
      const redis = await client;
      client = null;
      limiters.clear();
      redis?.disconnect();
    },
  };
};
