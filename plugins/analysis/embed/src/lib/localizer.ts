import type { Fault } from '../../../shared/faults';
import { en, type Plural, type MessageKey, type Messages } from './messages-en';
import { fr } from './messages-fr';

const MESSAGES: Record<string, Messages> = { en, fr };

type Values = Record<string, string | number>;
export type Text = { [Key in MessageKey]: Messages[Key] extends string ? Key : never }[MessageKey];
type Counted = Exclude<MessageKey, Text>;

/** The elements' localizer in one language. */
export interface Localizer {
  /** Of the messages: `en` or `fr`. */
  language: string;
  /** Of dates and numbers: the page's own, such as `fr-CA`. */
  tag: string;
  /** A phrase, with `{name}` filled in from `values`. */
  t(key: Text, values?: Values): string;
  /** A phrase in pieces: at odd places the names of what is to be filled in. */
  pieces(key: Text): string[];
  /** A phrase about `{n}` things. */
  count(key: Counted, n: number): string;
  number(value: number): string;
  date(iso: string): string;
  dateTime(iso: string): string;
  /** A language's name, from its BCP 47 tag. */
  languageName(tag: string): string;
}

/** The tag in its canonical form; null when it is none. */
function canonical(tag: string): string | null {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}

/**
 * The first of some tags whose language we speak, else English.
 * @param tags by preference: the element's, the page's, the reader's
 */
export function chooseTag(tags: readonly (string | null | undefined)[]): string {
  for (const tag of tags) {
    const found = tag ? canonical(tag) : null;
    if (found && (found.split('-')[0] as string) in MESSAGES) return found;
  }
  return 'en';
}

/** The first of some tags that is well-formed: the language that texts are asked for in. */
export const contentTag = (tags: readonly (string | null | undefined)[]): string =>
  tags.map((tag) => (tag ? canonical(tag) : null)).find((tag) => tag !== null) ?? 'en';

const fill = (phrase: string, values: Values): string =>
  phrase.replace(/\{(\w+)\}/g, (_whole, key: string) => String(values[key] ?? ''));

/** @param tag as `chooseTag` returns it */
export function createLocalizer(tag: string): Localizer {
  const language = tag.split('-')[0] as string;
  const messages = MESSAGES[language] ?? en;
  const numbers = new Intl.NumberFormat(tag, { maximumFractionDigits: 2 });
  const plurals = new Intl.PluralRules(tag);
  const dates = new Intl.DateTimeFormat(tag, { dateStyle: 'long' });
  const times = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short' });
  const shown = (format: Intl.DateTimeFormat) => (iso: string) => {
    const date = new Date(iso);
    return Number.isNaN(date.getTime()) ? '' : format.format(date);
  };
  return {
    language,
    tag,
    t: (key, values = {}) => fill(messages[key] as string, values),
    pieces: (key) => (messages[key] as string).split(/\{(\w+)\}/),
    count(key, n) {
      const forms = messages[key] as Plural;
      const form = plurals.select(n) === 'one' ? forms.one : forms.other;
      return fill(form, { n: numbers.format(n) });
    },
    number: (value) => numbers.format(value),
    date: shown(dates),
    dateTime: shown(times),
    languageName(of) {
      try {
        return new Intl.DisplayNames(tag, { type: 'language' }).of(of) ?? of;
      } catch {
        return of;
      }
    },
  };
}

const FAULTS: Record<string, Text> = {
  required: 'faultRequired',
  wrong_type: 'faultRequired',
  too_short: 'faultTooShort',
  too_long: 'faultTooLong',
  invalid_email: 'faultEmail',
  invalid_url: 'faultUrl',
  private_url: 'faultUrl',
  control_character: 'faultCharacter',
  ill_formed: 'faultCharacter',
  not_found: 'faultParent',
  too_deep: 'faultDepth',
};

/** The phrase for a fault of a field, by the code that the server gives. */
export function faultText(
  localizer: Localizer,
  { code, params }: Pick<Fault, 'code' | 'params'>
): string {
  return localizer.t(FAULTS[code] ?? 'faultOther', params);
}

/** What to say when something could not be done. */
export function failureText(localizer: Localizer, status: number): string {
  if (status === 0) return localizer.t('offline');
  if (status === 403) return localizer.t('refused');
  if (status === 404) return localizer.t('gone');
  if (status === 429) return localizer.t('tooMany');
  return localizer.t('failed');
}
