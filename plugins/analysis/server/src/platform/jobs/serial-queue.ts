/** Runs what it is given after all that it was given before. */
export type Turns = <T>(work: () => T | Promise<T>) => Promise<T>;

/**
 * Makes a queue in which one piece of work is done at a time, with the event loop free before each:
 * a hundred pieces then hold it no longer than the longest of them.
 */
export function makeTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(() => new Promise<void>((free) => setImmediate(free))).then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
}
