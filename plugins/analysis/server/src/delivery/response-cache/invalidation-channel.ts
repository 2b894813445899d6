import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type { Redis } from 'ioredis';
import { z } from 'zod';
import { once } from '../../../../shared/once';
import { packages } from '../../platform/lazy-packages';

const CHANNEL = 'analysis:post-cache';

const message = once(() => z.object({ from: z.string(), tags: z.array(z.string()) }));

/** What instances tell each other. */
export interface Link {
  /** Whether what others change is heard of. */
  connected(): boolean;
  /** Tells the others; what comes in one turn of the event loop goes out in one message. */
  tell(tags: readonly string[]): void;
  close(): Promise<void>;
}

/**
 * Joins the instances that share a Redis.
 * @param heard called with the tags that another instance has dropped
 * @param missed called when messages may have been lost: nothing that is kept is sure any more
 */
export function linkOver(
  strapi: Core.Strapi,
  url: string,
  { heard, missed }: { heard: (tags: string[]) => void; missed: () => void }
): Link {
  const self = randomUUID();
  const { Redis: Client } = packages.ioredis();
  // One that waits for messages can send none.
  const [ears, mouth] = [0, 1].map(
    () => new Client(url, { maxRetriesPerRequest: 1, disconnectTimeout: 100 })
  ) as [Redis, Redis];
  let connected = false;
  let told = false;
  const failed = (error: Error): void => {
    if (!told)
      strapi.log.warn(`Instances are not told of changes, as Redis fails: ${error.message}`);
    told = true;
  };

  mouth.on('error', failed);
  ears.on('error', failed);
  ears.on('close', () => {
    connected = false;
  });
  ears.on('ready', () => {
    ears
      .subscribe(CHANNEL)
      .then(() => {
        missed();
        connected = true;
        told = false;
      })
      .catch(failed);
  });
  ears.on('message', (_channel: string, text: string) => {
    const parsed = message().safeParse(parse(text));
    if (parsed.success && parsed.data.from !== self) heard(parsed.data.tags);
  });

  const waiting = new Set<string>();
  const flush = (): void => {
    const tags = [...waiting];
    waiting.clear();
    mouth.publish(CHANNEL, JSON.stringify({ from: self, tags })).catch(failed);
  };

  return {
    connected: () => connected,
    tell(tags) {
      if (waiting.size === 0) setImmediate(flush);
      for (const tag of tags) waiting.add(tag);
    },
    async close() {
      if (waiting.size > 0) flush();
      await mouth.quit().catch(() => undefined);
      ears.disconnect();
      mouth.disconnect();
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
