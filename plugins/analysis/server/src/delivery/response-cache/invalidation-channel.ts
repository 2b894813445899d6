import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { Redis } from 'ioredis';
import { z } from 'zod';

const CHANNEL = 'analysis:post-cache';

const message = z.object({ from: z.string(), tags: z.array(z.string()) });

/** How instances tell each other what to drop. */
export interface InvalidationChannel {
  /** Whether messages of the other instances arrive. */
  connected(): boolean;
  /** Tells the others; all tags of one turn of the event loop go out in one message. */
  publish(tags: readonly string[]): void;
  close(): Promise<void>;
}

/**
 * Joins the instances that share a Redis.
 * @param on.dropped called with the tags that another instance has dropped
 * @param on.missed called when messages may have been lost: anything cached may be stale
 */
export function openChannel(
  strapi: Core.Strapi,
  url: string,
  on: { dropped: (tags: string[]) => void; missed: () => void }
): InvalidationChannel {
  const self = randomUUID();
  // A Redis connection in subscriber mode cannot publish.
  const [subscriber, publisher] = [0, 1].map(
    () => new Redis(url, { maxRetriesPerRequest: 1, disconnectTimeout: 100 })
  ) as [Redis, Redis];
  let connected = false;
  let warned = false;
  const failed = (error: Error): void => {
    if (!warned)
      strapi.log.warn(`Instances are not told of changes, as Redis fails: ${error.message}`);
    warned = true;
  };

  publisher.on('error', failed);
  subscriber.on('error', failed);
  subscriber.on('close', () => {
    connected = false;
  });
  subscriber.on('ready', () => {
    subscriber
      .subscribe(CHANNEL)
      .then(() => {
        on.missed();
        connected = true;
        warned = false;
      })
      .catch(failed);
  });
  subscriber.on('message', (_channel: string, text: string) => {
    const parsed = message.safeParse(parse(text));
    if (parsed.success && parsed.data.from !== self) on.dropped(parsed.data.tags);
  });

  const waiting = new Set<string>();
  const flush = (): void => {
    const tags = [...waiting];
    waiting.clear();
    publisher.publish(CHANNEL, JSON.stringify({ from: self, tags })).catch(failed);
  };

  return {
    connected: () => connected,
    publish(tags) {
      if (waiting.size === 0) setImmediate(flush);
      for (const tag of tags) waiting.add(tag);
    },
    async close() {
      if (waiting.size > 0) flush();
      await publisher.quit().catch(() => undefined);
      subscriber.disconnect();
      publisher.disconnect();
    },
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
