/**
 * A setting that is read often and seldom changed: kept for a while, since another instance may
 * change it, and dropped by whoever changes it here. Those who ask at once share one reading.
 */
export class Kept<Value> {
  private held: { value: Value; until: number } | null = null;
  private reading: Promise<Value> | null = null;

  /** @param now milliseconds of a clock that nobody sets back */
  constructor(
    private readonly read: () => Promise<Value>,
    private readonly forMs: number,
    private readonly now: () => number = () => performance.now()
  ) {}

  /** Drops what is kept, also what is being read at this moment. */
  forget(): void {
    this.held = null;
    this.reading = null;
  }

  async current(): Promise<Value> {
    if (this.held !== null && this.now() < this.held.until) return this.held.value;
    return (this.reading ??= this.begin());
  }

  private begin(): Promise<Value> {
    // From before it is read, as it may change right after.
    const until = this.now() + this.forMs;
    const reading = this.read();
    const settle = (held: { value: Value; until: number } | null): void => {
      // A change meanwhile has begun another reading, or none.
      if (this.reading !== reading) return;
      this.held = held;
      this.reading = null;
    };
    reading.then(
      (value) => settle({ value, until }),
      () => settle(null)
    );
    return reading;
  }
}
