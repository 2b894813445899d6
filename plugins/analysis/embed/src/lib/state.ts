/** Something that several elements of a page look at together. */
export class Shared<State extends object> {
  private readonly listeners = new Set<() => void>();

  constructor(public state: State) {}

  get watched(): boolean {
    return this.listeners.size > 0;
  }

  /** @returns ends the subscription */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  protected set(patch: Partial<State>): void {
    this.state = { ...this.state, ...patch };
    for (const listener of this.listeners) listener();
  }
}
