/**
 * A map within a bound. What was asked for again stays longer than what was put in and never
 * looked at, so that a flood of new keys makes room for itself.
 */
export class BoundedMap<Value> {
  private readonly entries = new Map<string, { value: Value; again: boolean }>();

  /** @param evicted called with each value that has to make room */
  constructor(
    private readonly max: number,
    private readonly evicted: (value: Value) => void = () => undefined
  ) {}

  get(key: string): Value | undefined {
    const found = this.entries.get(key);
    if (found === undefined) return undefined;
    found.again = true;
    this.entries.delete(key);
    this.entries.set(key, found);
    return found.value;
  }

  peek(key: string): Value | undefined {
    return this.entries.get(key)?.value;
  }

  set(key: string, value: Value): void {
    const again = this.entries.get(key)?.again ?? false;
    this.entries.delete(key);
    if (this.entries.size >= this.max) this.makeRoom();
    this.entries.set(key, { value, again });
  }

  values(): Value[] {
    return [...this.entries.values()].map(({ value }) => value);
  }

  private makeRoom(): void {
    let [leaving] = this.entries.keys();
    for (const [key, { again }] of this.entries) {
      if (again) continue;
      leaving = key;
      break;
    }
    const found = this.entries.get(leaving as string);
    this.entries.delete(leaving as string);
    if (found !== undefined) this.evicted(found.value);
  }
}
