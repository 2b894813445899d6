/**
 * Domain events: how a room tells the rooms above it what happened, without knowing them. The
 * payloads are an interface of the room that emits, by event name; `registry.ts` joins and
 * subscribes them.
 */

/** What a room needs to emit its events. */
export interface Publisher<Payloads> {
  /**
   * Calls the subscribers one after the other, in the order in which they subscribed, and awaits
   * each. They run in the caller's transaction: an error of one is thrown, and rolls the write
   * back. What must wait for the commit says so itself (`afterCommit`).
   */
  emit<Name extends keyof Payloads>(name: Name, payload: Payloads[Name]): Promise<void>;
}

export interface Events<Payloads> extends Publisher<Payloads> {
  /** Subscribes to one event for as long as the application runs. */
  on<Name extends keyof Payloads>(
    name: Name,
    subscriber: (payload: Payloads[Name]) => unknown
  ): void;
}

/** Makes the events of one application. Nothing is stored, and nothing leaves the process. */
export function createEvents<Payloads>(): Events<Payloads> {
  type Subscriber<Name extends keyof Payloads> = (payload: Payloads[Name]) => unknown;
  const subscribers: { [Name in keyof Payloads]?: Subscriber<Name>[] } = {};
  return {
    on(name, subscriber) {
      (subscribers[name] ??= []).push(subscriber);
    },
    async emit(name, payload) {
      for (const subscriber of subscribers[name] ?? []) await subscriber(payload);
    },
  };
}
