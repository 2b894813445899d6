/** A summary as the form holds it. */
export interface Summary {
  language: string | null;
  text: string | null;
}

/** An entry of the list in the form; what wrote it by other ways may have left out a part. */
export type Entry = Partial<Summary> | null;

/** The entries of what the form holds of the field: nothing, a list, or what something else wrote. */
export const entriesOf = (value: unknown): Entry[] => (isList(value) ? value : []);

const isList = (value: unknown): value is Entry[] => Array.isArray(value);

/** An entry as a summary. */
export const summaryOf = (entry: Entry | undefined): Summary => ({
  language: entry?.language ?? null,
  text: entry?.text ?? null,
});

/** A change of the list that moves entries to other places. */
export type Change =
  | { do: 'insert'; at: number }
  | { do: 'remove'; at: number }
  | { do: 'move'; from: number; to: number };

/** A list after a change; what comes in is `added`. */
export function changed<T>(list: readonly T[], change: Change, added: T): T[] {
  const next = [...list];
  if (change.do === 'insert') next.splice(change.at, 0, added);
  else if (change.do === 'remove') next.splice(change.at, 1);
  else next.splice(change.to, 0, ...next.splice(change.from, 1));
  return next;
}

/** The error that the form has for one entry, by its index; undefined when it has none. */
export const errorAt = (errors: unknown, index: number): unknown =>
  typeof errors === 'object' && errors !== null ? Reflect.get(errors, index) : undefined;

/**
 * The form's errors of the field after a change, so that each stays with its summary. The form
 * keeps them by index, with holes, or as one text on the list as a whole, which every change of
 * its length may mend.
 * @param errors as the form holds them for the field
 * @param count entries before the change
 * @param added what is at fault with an entry that comes back
 * @returns undefined when none are left
 */
export function movedErrors(
  errors: unknown,
  count: number,
  change: Change,
  added?: unknown
): unknown {
  if (typeof errors === 'string') return change.do === 'move' ? errors : undefined;
  const list = Array.from({ length: count }, (_, index) => errorAt(errors, index));
  const next = changed(list, change, added);
  return next.some((each) => each !== undefined) ? next : undefined;
}
