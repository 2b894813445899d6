import { randomUUID } from 'node:crypto';
import { errorOf } from '../../platform/errors';
import { setTimeout as pause } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import { post, signedHeaders } from '../../platform/http/outbound-request';

/** Changes within this time go out together. */
const GATHER_MS = 200;
const TIMEOUT_MS = 5_000;
/** Pauses before it is tried again; then the CDN's own time to live has to do. */
const RETRIES_MS = [1_000, 5_000, 25_000];
/** More tags than this are better served by dropping everything. */
const MAX_TAGS = 500;

/** Tells a CDN, through an address of the operator's, what it should drop. */
export interface PurgeHook {
  purge(tags: readonly string[]): void;
  /** Ends the wait for further changes and tries once. */
  close(): Promise<void>;
}

/**
 * @param options.everything the tag that stands for all
 * @param options.url gets `POST {version, id, sentAt, tags}`, signed as questions to the outside
 *   check are
 */
export function openPurgeHook(
  strapi: Core.Strapi,
  { url, secret, everything }: { url: string; secret: string; everything: string }
): PurgeHook {
  const waiting = new Set<string>();
  const sending = new Set<Promise<void>>();
  let timer: NodeJS.Timeout | null = null;
  const closing = new AbortController();

  const send = async (tags: string[]): Promise<void> => {
    const id = randomUUID();
    for (let attempt = 0; ; attempt += 1) {
      const at = new Date();
      const body = JSON.stringify({ version: 1, id, sentAt: at.toISOString(), tags });
      try {
        await post(url, { body, timeoutMs: TIMEOUT_MS, headers: signedHeaders(secret, at, body) });
        return;
      } catch (error) {
        const wait = RETRIES_MS[attempt];
        if (closing.signal.aborted || wait === undefined) {
          strapi.log.error(`The purge hook could not be told: ${errorOf(error).message}`);
          return;
        }
        const options = { ref: false, signal: closing.signal };
        await pause(wait, undefined, options).catch(() => undefined);
      }
    }
  };

  const flush = (): void => {
    timer = null;
    const tags = waiting.has(everything) || waiting.size > MAX_TAGS ? [everything] : [...waiting];
    waiting.clear();
    if (tags.length === 0) return;
    const done: Promise<void> = send(tags).finally(() => sending.delete(done));
    sending.add(done);
  };

  return {
    purge(tags) {
      for (const tag of tags) waiting.add(tag);
      timer ??= setTimeout(flush, GATHER_MS).unref();
    },
    async close() {
      closing.abort();
      if (timer !== null) clearTimeout(timer);
      flush();
      await Promise.all(sending);
    },
  };
}
