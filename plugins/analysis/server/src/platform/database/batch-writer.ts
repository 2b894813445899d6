import { defined } from '../../../../shared/defined';
import { AsyncResource } from 'node:async_hooks';
import type { Core } from '@strapi/strapi';
import { inTransaction, isUnreachable, type Trx } from './connection';

/** The result of one item: an answer, or why it alone is refused. */
export type Outcome<Answer> = { answer: Answer } | { refusal: unknown };

interface Waiting<Item, Answer> {
  item: Item;
  resolve: (answer: Answer) => void;
  reject: (error: unknown) => void;
}

/**
 * Takes the items of the next transaction, in their order. Of items that share a key it takes the
 * first: the others have to read its row.
 */
export function takeBatch<Item>(
  waiting: readonly Item[],
  most: number,
  keysOf: (item: Item) => readonly string[]
): { now: Item[]; later: Item[] } {
  const taken = new Set<string>();
  const now: Item[] = [];
  const later: Item[] = [];
  for (const each of waiting) {
    const keys = keysOf(each);
    const waits = now.length >= most || keys.some((key) => taken.has(key));
    // An item that waits blocks later items that share a key with it.
    for (const key of keys) taken.add(key);
    (waits ? later : now).push(each);
  }
  return { now, later };
}

/**
 * A request that has arrived is read in one turn, and its body in the next; those that follow the
 * answers of the transaction before arrive in the turn after these are sent.
 */
const QUIET_TURNS = 3;
/** How long is waited for one that is being prepared: what asks an outside service takes longer. */
const WAIT_MS = 2;

/** A turn of the event loop, in which the requests that have come in already are read. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * Runs outside any request context, so that a batch never joins a caller's transaction. Created
 * with the module: a service is created within the first request that uses it, and its own
 * resource would keep that request in memory.
 */
const outside = new AsyncResource('analysis-batch-writer');

/**
 * Writes items that arrive while a transaction is running in the next one, together (a group
 * commit). `add` resolves after the commit. When a transaction fails, its items are written one by
 * one, so that only the one at fault is refused.
 */
export class BatchWriter<Item, Answer> {
  private waiting: Waiting<Item, Answer>[] = [];
  private running = false;
  private preparing = 0;
  /** Called when one that was being prepared is there, or is not coming. */
  private prepared: () => void = () => undefined;

  /**
   * @param options.write writes items and says of each, in their order, what became of it. What it
   *   throws takes back all of them. It may be called again with the same items.
   * @param options.keysOf items that share a key are never in one transaction
   */
  constructor(
    private readonly strapi: Core.Strapi,
    private readonly options: {
      most: number;
      keysOf: (item: Item) => readonly string[];
      write: (trx: Trx, items: Item[]) => Promise<Outcome<Answer>[]>;
    }
  ) {}

  /**
   * Adds what takes some reading before it is known; a transaction that would begin meanwhile waits
   * for it a little.
   * @throws what `prepare` throws
   */
  async addPrepared(prepare: () => Promise<Item>): Promise<Answer> {
    let added: Promise<Answer>;
    this.preparing += 1;
    try {
      added = this.add(await prepare());
    } finally {
      this.preparing -= 1;
      this.prepared();
    }
    return added;
  }

  async add(item: Item): Promise<Answer> {
    // Within a transaction of the caller's it is part of that.
    if (this.strapi.db.inTransaction()) {
      const [outcome] = await inTransaction(this.strapi, (trx) => this.options.write(trx, [item]));
      const only = defined(outcome);
      if ('refusal' in only) throw only.refusal;
      return only.answer;
    }
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, resolve, reject });
      if (!this.running) outside.runInAsyncScope(() => void this.run());
    });
  }

  private async run(): Promise<void> {
    this.running = true;
    const { most, keysOf } = this.options;
    try {
      while (this.waiting.length > 0) {
        await this.waitForQuiet();
        const { now, later } = takeBatch(this.waiting, most, ({ item }) => keysOf(item));
        this.waiting = later;
        await this.settle(now);
      }
    } finally {
      this.running = false;
    }
  }

  /**
   * Waits until nothing more comes for some turns, which is when a group is whole: a transaction
   * for a straggler costs nearly as much as one for many. PostgreSQL's `commit_delay` does the same.
   */
  private async waitForQuiet(): Promise<void> {
    let before = this.waiting.length;
    for (let quiet = 0; quiet < QUIET_TURNS && before < this.options.most;) {
      if (this.preparing === 0) await turn();
      else if (!(await this.nextPrepared())) return;
      quiet = this.waiting.length > before ? 0 : quiet + 1;
      before = this.waiting.length;
    }
  }

  /** False when none of those that are being prepared was ready in time. */
  private nextPrepared(): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(false), WAIT_MS);
      this.prepared = () => {
        clearTimeout(timer);
        resolve(true);
      };
    });
  }

  private async settle(group: Waiting<Item, Answer>[]): Promise<void> {
    const items = group.map(({ item }) => item);
    let outcomes: Outcome<Answer>[];
    try {
      outcomes = await inTransaction(this.strapi, async (trx) => {
        const written = await this.options.write(trx, items);
        if (written.length !== items.length) throw new Error('Some items are not accounted for');
        return written;
      });
    } catch (error) {
      // Without a connection each would wait for one in vain, one after the other.
      if (group.length === 1 || isUnreachable(error)) for (const each of group) each.reject(error);
      else for (const each of group) await this.settle([each]);
      return;
    }
    group.forEach(({ resolve, reject }, at) => {
      const outcome = defined(outcomes[at]);
      if ('refusal' in outcome) reject(outcome.refusal);
      else resolve(outcome.answer);
    });
  }
}
