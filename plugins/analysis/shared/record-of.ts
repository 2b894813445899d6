/**
 * An object with one value for each name.
 * @param valueOf is called once a name, in their order
 */
export const recordOf = <Name extends string, Value>(
  names: readonly Name[],
  valueOf: (name: Name) => Value
): Record<Name, Value> =>
  // `fromEntries` types its keys as string, whatever the entries' are.
  Object.fromEntries(names.map((name) => [name, valueOf(name)])) as Record<Name, Value>;
