/** A message about a number of things, by CLDR's plural categories; `{n}` is the number. */
export type PluralMessage = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & {
  readonly other: string;
};

/** The messages of one language by their keys. `{name}` stands for a value. */
export type Messages = Readonly<Record<string, string | PluralMessage>>;

export type MessageValues = Readonly<Record<string, string | number>>;

/** Keys of messages that do not depend on a number. */
export type PlainKey<M extends Messages> = {
  [Key in keyof M]: M[Key] extends string ? Key : never;
}[keyof M];

/** Keys of messages about a number of things. */
export type PluralKey<M extends Messages> = {
  [Key in keyof M]: M[Key] extends PluralMessage ? Key : never;
}[keyof M];

/** Messages, numbers and dates in one language. */
export interface Localizer<M extends Messages> {
  /** Language of the messages, such as `fr`. */
  language: string;
  /** BCP 47 tag by which numbers and dates are written, such as `fr-CA`. */
  tag: string;
  /** A message with its values filled in; a missing value is left out. */
  t: (key: PlainKey<M>, values?: MessageValues) => string;
  /** A message in pieces: at odd places the names of the values to fill in. */
  pieces: (key: PlainKey<M>) => string[];
  /** A message about `n` things. */
  count: (key: PluralKey<M>, n: number) => string;
  /** A number with at most two decimals. */
  number: (value: number) => string;
  /** Day of a time, in ISO 8601 or as a Date; empty when it is none. */
  date: (time: string | Date) => string;
  /** Day and time of the same. */
  dateTime: (time: string | Date) => string;
  /** Name of the language of a BCP 47 tag; the tag itself when it has no name. */
  languageName: (tag: string) => string;
}

/** @param tag in canonical form */
const languageOf = (tag: string): string => tag.replace(/-.*/, '');

/** The tag in canonical form (RFC 5646); null when it is not well-formed. */
function canonicalTag(tag: string | null | undefined): string | null {
  try {
    return Intl.getCanonicalLocales(tag ?? [])[0] ?? null;
  } catch {
    return null;
  }
}

/** BCP 47 tags by preference, such as those of an Accept-Language header. */
export type Tags = readonly (string | null | undefined)[];

/**
 * Finds the tag to localize by.
 * @param languages the languages that there are messages in
 * @returns the first tag, in canonical form, whose language is one of them; else `en`
 */
export const matchTag = (tags: Tags, languages: readonly string[]): string =>
  firstTag(tags.filter((tag) => languages.includes(languageOf(canonicalTag(tag) ?? ''))));

/** The first tag that is well-formed, in canonical form; else `en`. */
export const firstTag = (tags: Tags): string =>
  tags.map(canonicalTag).find((tag) => tag !== null) ?? 'en';

const fill = (message: string, values: MessageValues): string =>
  message.replace(/\{(\w+)\}/g, (_whole, name: string) => String(values[name] ?? ''));

/**
 * @param catalogs messages by language; English is the fallback
 * @param tag BCP 47 tag, as `matchTag` returns it
 * @param timeZone of dates and times, which then name it; without one, that of the machine
 */
export function createLocalizer<M extends Messages>(
  catalogs: { en: M } & Readonly<Record<string, M>>,
  tag: string,
  timeZone?: 'UTC'
): Localizer<M> {
  const language = languageOf(tag);
  const messages: M = catalogs[language] ?? catalogs.en;
  const numbers = new Intl.NumberFormat(tag, { maximumFractionDigits: 2 });
  const plurals = new Intl.PluralRules(tag);
  const dates = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone });
  const times = new Intl.DateTimeFormat(tag, {
    dateStyle: timeZone ? 'long' : 'medium',
    timeStyle: 'short',
    timeZone,
  });
  const textOf = (key: keyof M, n: number): string => {
    const message: string | PluralMessage | undefined = messages[key];
    return typeof message === 'object'
      ? (message[plurals.select(n)] ?? message.other)
      : (message ?? '');
  };
  const format = (by: Intl.DateTimeFormat, time: string | Date, end: string): string => {
    const date = new Date(time);
    return Number.isNaN(date.getTime()) ? '' : by.format(date) + end;
  };
  return {
    language,
    tag,
    t: (key, values = {}) => fill(textOf(key, 1), values),
    pieces: (key) => textOf(key, 1).split(/\{(\w+)\}/),
    count: (key, n) => fill(textOf(key, n), { n: numbers.format(n) }),
    number: (value) => numbers.format(value),
    date: (time) => format(dates, time, ''),
    dateTime: (time) => format(times, time, timeZone ? ` ${timeZone}` : ''),
    languageName: (of) => {
      try {
        return new Intl.DisplayNames(tag, { type: 'language' }).of(of) ?? of;
      } catch {
        return of;
      }
    },
  };
}
