import { useForm } from '@strapi/strapi/admin';
import { useRef, useState } from 'react';
import {
  changed,
  errorAt,
  entriesOf,
  movedErrors,
  summaryOf,
  type Change,
  type Entry,
  type Summary,
} from './list';

type FormErrors = Record<string, unknown>;

/** A summary that was removed, with what it takes to put it back. */
export interface Removed {
  at: number;
  entry: Entry;
  errors: unknown;
  /** Entries that were left. With another number, something else wrote the list since. */
  left: number;
}

export interface SummariesForm {
  summaries: Summary[];
  /** By place; a key stays with its summary when it is edited or moves. */
  keys: string[];
  /** The last one that was removed, until the list changes otherwise. */
  removed: Removed | null;
  edit: (at: number, part: Partial<Summary>) => void;
  add: () => void;
  remove: (at: number) => void;
  restore: () => void;
  move: (from: number, to: number) => void;
}

/**
 * Keys of the form's entries, which have no id. They follow the object, because the form and what
 * is drawn of it do not change in one step, so that a list of keys by place would be one behind.
 */
function useKeys() {
  const keys = useRef(new WeakMap<object, string>());
  const last = useRef(0);
  const keyOf = (entry: Entry, at: number): string => {
    if (typeof entry !== 'object' || entry === null) return `place-${at}`;
    const key = keys.current.get(entry) ?? String((last.current += 1));
    keys.current.set(entry, key);
    return key;
  };
  return {
    keyOf,
    /** Lets an edited entry take over the key of what it was. */
    pass: (before: Entry | undefined, at: number, after: object): void => {
      if (before !== undefined) keys.current.set(after, keyOf(before, at));
    },
  };
}

/**
 * An article's summaries in the form: their changes, with the faults that the form keeps by place.
 * @param name the field's
 * @param value what the form holds
 */
export function useSummaries(
  name: string,
  value: unknown,
  onChange: (name: string, value: unknown) => void
): SummariesForm {
  const entries = entriesOf(value);
  // Strapi types the errors of a form as texts; under a list they are lists.
  const errors = useForm('Summaries', (state) => state.errors) as FormErrors;
  const setErrors = useForm('Summaries', (state) => state.setErrors);
  const { keyOf, pass } = useKeys();
  const [removed, setRemoved] = useState<Removed | null>(null);
  const { [name]: own, ...others } = errors;

  const change = (what: Change, entry: Entry = null, itsErrors?: unknown): void => {
    const next = movedErrors(own, entries.length, what, itsErrors);
    setErrors(next === undefined ? others : { ...others, [name]: next });
    onChange(name, changed(entries, what, entry));
  };

  return {
    summaries: entries.map(summaryOf),
    keys: entries.map(keyOf),
    removed: removed?.left === entries.length ? removed : null,
    edit(at, part) {
      const edited = { ...summaryOf(entries[at]), ...part };
      pass(entries[at], at, edited);
      onChange(
        name,
        entries.map((entry, place) => (place === at ? edited : entry))
      );
    },
    add() {
      setRemoved(null);
      change({ do: 'insert', at: entries.length }, summaryOf(null));
    },
    remove(at) {
      const itsErrors = errorAt(own, at);
      const entry = entries[at] ?? null;
      setRemoved({ at, entry, errors: itsErrors, left: entries.length - 1 });
      change({ do: 'remove', at });
    },
    restore() {
      if (removed === null) return;
      setRemoved(null);
      change({ do: 'insert', at: removed.at }, removed.entry, removed.errors);
    },
    move(from, to) {
      setRemoved(null);
      change({ do: 'move', from, to });
    },
  };
}
