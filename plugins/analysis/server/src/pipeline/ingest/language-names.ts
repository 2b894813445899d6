import { defined } from '../../../../shared/defined';
import { sameLanguage } from '../../../../shared/detection';
import { once } from '../../../../shared/once';
import { canonicalLanguage } from '../../../../shared/values';

/** Languages in which names of languages are known, beside each language's own. */
const NAMED_IN = ['en', 'fr', 'de', 'es', 'pt'] as const;

/** Tags whose names are not made of a language and a region, such as "Brazilian Portuguese". */
const VARIANTS = [
  ...['pt-BR', 'pt-PT', 'zh-Hans', 'zh-Hant', 'en-US', 'en-GB', 'en-AU', 'en-CA', 'fr-CA'],
  ...['fr-CH', 'de-AT', 'de-CH', 'es-419', 'es-ES', 'es-MX', 'nl-BE', 'sr-Latn', 'sr-Cyrl'],
  ...['fil', 'yue', 'ckb', 'gsw', 'haw', 'ceb', 'nds', 'hsb', 'dsb', 'ast', 'scn', 'vec'],
];
const SCRIPTS = ['Hans', 'Hant', 'Latn', 'Cyrl', 'Arab'];

/** Names in use that CLDR does not have. */
const ALIASES = {
  mandarin: 'zh',
  farsi: 'fa',
  castellano: 'es',
  castilian: 'es',
  brazilian: 'pt-BR',
};

/** Lower case, no accents, single spaces: the form in which names are compared. */
export const foldName = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/[\s_]+/gu, ' ')
    .trim()
    .toLowerCase();

const twoLetters = (): string[] => {
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  return letters.flatMap((first) => letters.map((second) => first + second));
};

type Kind = 'language' | 'region' | 'script';

/** Folded names of codes, by the code; the first that has a name keeps it. */
function namesOf(type: Kind, codes: string[]): Map<string, string> {
  const names = new Map<string, string>();
  const add = (display: Intl.DisplayNames, code: string): void => {
    const name = display.of(code);
    if (name !== undefined && !names.has(foldName(name))) names.set(foldName(name), code);
  };
  for (const locale of NAMED_IN) {
    const display = new Intl.DisplayNames(locale, { type, fallback: 'none' });
    for (const code of codes) add(display, code);
  }
  return names;
}

const isKnown = once(() => {
  const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
  return (tag: string): boolean => names.of(defined(tag.split('-')[0])) !== undefined;
});

const languages = once(() => {
  const codes = [...twoLetters().filter((code) => isKnown()(code)), ...VARIANTS];
  const names = namesOf('language', codes);
  for (const code of codes) {
    const own = new Intl.DisplayNames(code, { type: 'language', fallback: 'none' }).of(code);
    if (own !== undefined && !names.has(foldName(own))) names.set(foldName(own), code);
  }
  for (const [name, code] of Object.entries(ALIASES)) names.set(name, code);
  return names;
});
const regions = once(() =>
  namesOf(
    'region',
    twoLetters().map((code) => code.toUpperCase())
  )
);
const scripts = once(() => namesOf('script', SCRIPTS));

/** A tag such as `fr`, `pt_BR` or `en-US.UTF-8`, of a language that CLDR knows. */
function tagOf(text: string): string | null {
  const [, plain = ''] = /^([a-z0-9_-]{2,35})(?:\.[a-z0-9-]{1,12})?$/i.exec(text) ?? [];
  const tag = plain === '' ? null : canonicalLanguage(plain.replace(/_/g, '-'));
  return tag !== null && isKnown()(tag) ? tag : null;
}

/** The language of a flag, by CLDR's likely subtags: that of Brazil is `pt`. */
function flagOf(text: string): string | null {
  const [flag] = /^[\u{1f1e6}-\u{1f1ff}]{2}$/u.exec(text) ?? [];
  if (flag === undefined) return null;
  const region = [...flag]
    .map((each) => String.fromCharCode(defined(each.codePointAt(0)) - 0x1f1e6 + 65))
    .join('');
  return new Intl.Locale(`und-${region}`).maximize().language;
}

/** "Portuguese (Brazil)", "Chinese, simplified": a language with its region or script. */
function composedOf(folded: string): string | null {
  const [, name = '', rest = ''] = /^([^([,]+?) ?[([,] ?([^)\]]+)[)\]]?$/.exec(folded) ?? [];
  const language = languages().get(name);
  const subtag = scripts().get(rest) ?? regions().get(rest) ?? null;
  return language === undefined || subtag === null ? null : `${language}-${subtag}`;
}

const canonical = (tag: string): string => canonicalLanguage(tag) as string;

function exactly(text: string): string | null {
  const flag = flagOf(text);
  if (flag !== null) return flag;
  const tag = tagOf(text);
  const folded = foldName(text);
  const name = languages().get(folded) ?? composedOf(folded);
  // "is" and "so" are tags; longer words are names before they are tags.
  if (tag !== null && (text.length <= 3 || name === null || name === undefined)) return tag;
  return name === null || name === undefined ? null : canonical(name);
}

const PREPOSITION = /^(?:in(?: het)?|en|auf|em|på|language|langue|sprache|idioma|lang)[\s:]+/iu;
/** Longer texts name no language. */
const MAX_NAME = 60;

export interface NamedLanguage {
  /** BCP 47, canonical. */
  tag: string;
  /** False where the text says more than the language's name. */
  whole: boolean;
}

/**
 * The language that a text names: by tag (`pt_BR`), by name in English, French, German, Spanish,
 * Portuguese or the language itself, with or without accents, or by a flag.
 * @returns null when it names none, or several
 */
export function languageNamed(text: string): NamedLanguage | null {
  const words = text.replace(/[\p{Extended_Pictographic}\u{1f1e6}-\u{1f1ff}]/gu, '').trim();
  const asked = /\p{L}/u.test(words) ? words : text.trim();
  if (asked === '' || asked.length > MAX_NAME) return null;
  const whole = exactly(asked) ?? exactly(asked.replace(PREPOSITION, ''));
  if (whole !== null) return { tag: whole, whole: true };
  const parts = asked
    .split(/[/,;|·–—()[\]]|\s-\s/u)
    .map((part) => part.trim().replace(PREPOSITION, ''))
    .filter((part) => part !== '');
  const named = parts.flatMap((part) => exactly(part) ?? []);
  const all = named.length === parts.length;
  // Short words are tags only where nothing else stands beside them: "TL" of "TL;DR" is none.
  const tags = all ? named : [...parts, ...asked.split(/[^\p{L}\p{M}]+/u)].flatMap(longName);
  const [first] = tags;
  if (first === undefined || tags.some((tag) => !sameLanguage(first, tag))) return null;
  const tag = tags.reduce((left, right) => (right.length > left.length ? right : left));
  return { tag, whole: all };
}

const longName = (words: string): string[] => {
  const code = words.length < 4 ? undefined : languages().get(foldName(words));
  return code === undefined ? [] : [canonical(code)];
};
