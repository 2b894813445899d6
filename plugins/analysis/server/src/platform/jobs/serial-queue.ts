/** Runs `work` after all work that was added before it; resolves with what `work` returns. */
export type SerialQueue = <T>(work: () => T | Promise<T>) => Promise<T>;

/**
 * A queue that runs one task at a time and yields to the event loop before each: a hundred tasks
 * then block it no longer than the longest of them.
 */
export function createSerialQueue(): SerialQueue {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const task = last.then(() => new Promise<void>((free) => setImmediate(free))).then(work);
    last = task.catch(() => undefined);
    return task;
  };
}
