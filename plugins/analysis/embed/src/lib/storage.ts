/** Where a value is kept between visits. */
export interface Place {
  read(): string | null;
  write(value: string): void;
}

const memory = new Map<string, string>();

/**
 * A place in the browser's storage. Where the page may not use that (a sandboxed frame, blocked
 * site data, no room left) the value lives as long as the page.
 * @param storage throws, or gives none, where it is not to be had
 */
export const placeFor = (
  key: string,
  storage: () => Storage | undefined = () => globalThis.localStorage
): Place => ({
  read() {
    if (memory.has(key)) return memory.get(key) ?? null;
    try {
      return storage()?.getItem(key) ?? null;
    } catch {
      return null;
    }
  },
  write(value) {
    try {
      const found = storage();
      if (!found) throw new Error('no storage');
      found.setItem(key, value);
      memory.delete(key);
    } catch {
      memory.set(key, value);
    }
  },
});
