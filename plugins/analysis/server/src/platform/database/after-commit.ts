import { AsyncResource } from 'node:async_hooks';
import type { Core } from '@strapi/strapi';

/**
 * Work begins in this context, not in that of the transaction: Strapi hands the callbacks of a
 * transaction on to those that are opened in its context later, which would run them again.
 */
const outside = new AsyncResource('analysis-after-commit');

/** Work that has begun and not ended. */
const running = new Set<Promise<void>>();

/** Runs `work` in no transaction's context; a failure is logged, and nobody waits for it. */
export function inBackground(strapi: Core.Strapi, work: () => Promise<unknown>): void {
  const done: Promise<void> = outside
    .runInAsyncScope(async () => {
      await work();
    })
    .catch((error: unknown) => {
      strapi.log.error(error);
    })
    .finally(() => running.delete(done));
  running.add(done);
}

/** Strapi types it as a function of any kind. */
interface CommitHooks {
  onCommit(act: () => void): void;
}

/** Runs `work` once the transaction that is open is committed; not at all when it is not. */
export async function afterCommit(
  strapi: Core.Strapi,
  work: () => Promise<unknown>
): Promise<void> {
  await strapi.db.transaction(({ onCommit }: CommitHooks) => {
    onCommit(() => inBackground(strapi, work));
    return Promise.resolve();
  });
}

/**
 * Runs `act` in the commit itself, before the writer hears of it, or at once outside of a
 * transaction. Later transactions of the same context may run it again.
 */
export async function onCommit(strapi: Core.Strapi, act: () => void): Promise<void> {
  if (!strapi.db.inTransaction()) return act();
  await strapi.db.transaction(({ onCommit: at }: CommitHooks) => {
    at(act);
    return Promise.resolve();
  });
}

/** Waits for what is still running, before the connections it uses are closed. */
export async function settleBackground(): Promise<void> {
  while (running.size > 0) await Promise.all(running);
}
