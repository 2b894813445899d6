/**
 * Whether a parsed value holds more values, or deeper ones, than it may. Stops at the first that is
 * too many, and does not recurse.
 */
export function sizeBeyond(
  value: unknown,
  max: { values: number; depth: number }
): 'values' | 'depth' | null {
  let level: unknown[] = [value];
  let count = 0;
  for (let depth = 0; level.length > 0; depth += 1) {
    const next: unknown[] = [];
    for (const each of level) {
      if (typeof each !== 'object' || each === null) continue;
      if (depth > max.depth) return 'depth';
      for (const key in each) {
        count += 1;
        if (count > max.values) return 'values';
        next.push((each as Record<string, unknown>)[key]);
      }
    }
    level = next;
  }
  return null;
}
