/** Runs what it is given one after the other; resolves or rejects as the task did. */
export type SerialQueue = <T>(task: () => Promise<T>) => Promise<T>;

/**
 * Decisions reach the server in the order in which they were made, and a list that is loaded
 * after a decision shows its effect. A task that fails does not hold up those behind it.
 */
export function createSerialQueue(): SerialQueue {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const result = last.then(task);
    last = result.catch(() => undefined);
    return result;
  };
}
