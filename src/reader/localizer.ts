import { en, type MessageKey, type Messages, type PluralKey } from './messages-en';
import { fr } from './messages-fr';

export type { MessageKey, Messages };

/** Languages that the reader's own words come in. */
export const LOCALES = ['en', 'fr'] as const;
export type Locale = (typeof LOCALES)[number];

const MESSAGES: Record<Locale, Messages> = { en, fr };

/** The fields that publishing asks for. */
const FIELD_NAMES: Record<string, MessageKey> = {
  title: 'fieldTitle',
  language: 'fieldLanguage',
  body: 'fieldBody',
  originalLink: 'fieldOriginalLink',
  coverAlt: 'fieldCoverAlt',
};

/** The reader's localizer in one language. */
export interface Localizer {
  locale: Locale;
  /** A phrase, with `{name}` filled in from `values`. */
  t(key: MessageKey, values?: Record<string, string | number>): string;
  /** A phrase in pieces: at odd places the names of what is to be filled in. */
  pieces(key: MessageKey): string[];
  /** A message about `{n}` things. */
  count(key: PluralKey, n: number): string;
  date(iso: string): string;
  /** Day and time, UTC. */
  time(iso: string): string;
  /** What editors know a field of an article by. */
  fieldName(name: string): string;
  number(value: number): string;
  /** A language's name, from its BCP 47 tag. */
  languageName(tag: string): string;
}

export function createLocalizer(locale: Locale): Localizer {
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const times = new Intl.DateTimeFormat(locale, {
    ...({ dateStyle: 'long', timeStyle: 'short' } as const),
    timeZone: 'UTC',
  });
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const plurals = new Intl.PluralRules(locale);
  const names = new Intl.DisplayNames(locale, { type: 'language' });
  return {
    locale,
    t: (key, values = {}) =>
      MESSAGES[locale][key].replace(/\{(\w+)\}/g, (_whole, name: string) =>
        String(values[name] ?? '')
      ),
    pieces: (key) => MESSAGES[locale][key].split(/\{(\w+)\}/),
    count(key, n) {
      const { one, other } = MESSAGES[locale][key];
      const message = plurals.select(n) === 'one' ? one : other;
      return message.replace('{n}', numbers.format(n));
    },
    date: (iso) => dates.format(new Date(iso)),
    time: (iso) => `${times.format(new Date(iso))} UTC`,
    fieldName: (name) => {
      const key = FIELD_NAMES[name];
      return key ? MESSAGES[locale][key] : name;
    },
    number: (value) => numbers.format(value),
    languageName(tag) {
      try {
        return names.of(tag) ?? tag;
      } catch {
        return tag;
      }
    },
  };
}

/**
 * The language of the reader's own words: `lang` where it is one of them, else the first of the
 * accepted languages that is, else English.
 * @param accepted tags by preference
 */
export function chooseLocale(lang: unknown, accepted: string[]): Locale {
  const asked = [...(typeof lang === 'string' ? [lang] : []), ...accepted];
  for (const tag of asked) {
    const found = LOCALES.find((locale) => locale === tag.toLowerCase().split('-')[0]);
    if (found) return found;
  }
  return 'en';
}

/** The phrase for a fault of a form's field, by the code that the services give. */
export function faultText(
  { t }: Localizer,
  { code, params }: { code?: string; params?: Record<string, string | number> }
): string {
  const keys: Record<string, MessageKey> = {
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
    too_many: 'tooManyText',
  };
  return t(keys[code ?? ''] ?? 'faultOther', params);
}
