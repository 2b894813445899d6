/** Makes something at the first call and keeps it: what no one asks for costs nothing. */
export function once<T>(make: () => T): () => T {
  let made: { it: T } | null = null;
  return () => (made ??= { it: make() }).it;
}
