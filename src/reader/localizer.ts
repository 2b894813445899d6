import { en, type Word, type Words } from './words-en';
import { fr } from './words-fr';

export type { Word, Words };

/** Languages that the reader's own words come in. */
export const LOCALES = ['en', 'fr'] as const;
export type Locale = (typeof LOCALES)[number];

const WORDS: Record<Locale, Words> = { en, fr };

/** The fields that publishing asks for. */
const FIELD_WORDS: Record<string, Word> = {
  title: 'fieldTitle',
  language: 'fieldLanguage',
  body: 'fieldBody',
  originalLink: 'fieldOriginalLink',
  coverAlt: 'fieldCoverAlt',
};

/** The reader's voice in one language. */
export interface Voice {
  locale: Locale;
  /** A phrase, with `{name}` filled in from `values`. */
  t(word: Word, values?: Record<string, string | number>): string;
  /** A phrase in pieces: at odd places the names of what is to be filled in. */
  pieces(word: Word): string[];
  date(iso: string): string;
  /** Day and time, UTC. */
  time(iso: string): string;
  /** What editors know a field of an article by. */
  fieldName(name: string): string;
  number(value: number): string;
  /** A language's name, from its BCP 47 tag. */
  languageName(tag: string): string;
}

export function voiceOf(locale: Locale): Voice {
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const times = new Intl.DateTimeFormat(locale, {
    ...({ dateStyle: 'long', timeStyle: 'short' } as const),
    timeZone: 'UTC',
  });
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const names = new Intl.DisplayNames(locale, { type: 'language' });
  return {
    locale,
    t: (word, values = {}) =>
      WORDS[locale][word].replace(/\{(\w+)\}/g, (_whole, key: string) => String(values[key] ?? '')),
    pieces: (word) => WORDS[locale][word].split(/\{(\w+)\}/),
    date: (iso) => dates.format(new Date(iso)),
    time: (iso) => `${times.format(new Date(iso))} UTC`,
    fieldName: (name) => {
      const word = FIELD_WORDS[name];
      return word ? WORDS[locale][word] : name;
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
  { t }: Voice,
  { code, params }: { code?: string; params?: Record<string, string | number> }
): string {
  const words: Record<string, Word> = {
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
  return t(words[code ?? ''] ?? 'faultOther', params);
}
