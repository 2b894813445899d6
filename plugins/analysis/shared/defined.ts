/**
 * A value that is known to be there, such as an item at a place within its list.
 * @throws Error where it is not
 */
export function defined<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('A value is missing that has to be there');
  return value;
}
