/** What a poll knows of the environment; tests bring their own. */
export interface PollEnvironment {
  now(): number;
  /** Runs something later, once; returns how to call it off. */
  later(task: () => void, after: number): () => void;
  /** Whether somebody looks. */
  visible(): boolean;
  /** Calls back when that changes; returns how to stop. */
  onVisibility(task: () => void): () => void;
}

/** A value that is asked for again and again while somebody listens. */
export interface Poll<T> {
  /** As `useSyncExternalStore` takes it. */
  subscribe: (listener: () => void) => () => void;
  /** The latest answer; null before the first, and once the answer is refused. */
  current: () => T | null;
  /** Asks at once, when anybody listens. */
  refresh: () => void;
}

interface Options<T> {
  /** Null when it is refused: then nothing more is asked until everybody has left. */
  ask: () => Promise<T | null>;
  every: number;
  environment: PollEnvironment;
}

const noop = (): void => undefined;

/**
 * One poll for all who want to know, whichever of them come and go: a listener that is drawn
 * again leaves and comes back in the same moment, which must not ask anew. Pauses while nobody
 * looks and catches up when somebody does.
 */
export function createPoll<T>({ ask, every, environment }: Options<T>): Poll<T> {
  const listeners = new Set<() => void>();
  let value: T | null = null;
  let askedAt = -Infinity;
  let turn = 0;
  let refused = false;
  let running: (() => void) | null = null;

  const notify = (next: T | null): void => {
    value = next;
    for (const listener of listeners) listener();
  };

  const run = async (): Promise<void> => {
    turn += 1;
    const request = turn;
    askedAt = environment.now();
    try {
      const answer = await ask();
      if (request !== turn) return;
      refused = answer === null;
      notify(answer);
    } catch {
      // The next turn asks again; an old number is better than none.
    }
  };

  const askIfSeen = (): void => {
    if (!refused && environment.visible()) void run();
  };
  const catchUp = (): void => {
    if (environment.now() - askedAt >= every) askIfSeen();
  };

  const start = (): (() => void) => {
    let callOff = noop;
    const schedule = (): void => {
      callOff = environment.later(() => {
        askIfSeen();
        schedule();
      }, every);
    };
    catchUp();
    schedule();
    const unsubscribe = environment.onVisibility(catchUp);
    return () => {
      callOff();
      unsubscribe();
    };
  };

  const stopIfLeft = (): void => {
    if (listeners.size > 0 || running === null) return;
    running();
    running = null;
    refused = false;
  };

  return {
    subscribe(listener) {
      listeners.add(listener);
      running ??= start();
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) environment.later(stopIfLeft, 0);
      };
    },
    current: () => value,
    refresh() {
      if (running !== null && !refused) void run();
    },
  };
}
