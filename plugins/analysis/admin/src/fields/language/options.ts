import { once } from '../../../../shared/once';

/** A language as it is offered: its BCP 47 tag, and its name in the administrator's language. */
export interface LanguageOption {
  tag: string;
  name: string;
}

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];
/** Beside every language of two letters: some of three, and where script or region matters. */
const MORE =
  'ast bho ceb ckb fil gsw haw hsb kab mai nds sco yue ' +
  'de-AT de-CH en-AU en-CA en-GB en-IN en-US es-419 es-ES es-MX fr-BE fr-CA fr-CH nl-BE ' +
  'pt-BR pt-PT sr-Cyrl sr-Latn uz-Cyrl zh-Hans zh-Hant zh-HK';

const displayNames = new Map<string, Intl.DisplayNames>();

function namesIn(locale: string): Intl.DisplayNames {
  let names = displayNames.get(locale);
  if (names === undefined) {
    names = new Intl.DisplayNames([locale, 'en'], {
      type: 'language',
      languageDisplay: 'standard',
      fallback: 'none',
    });
    displayNames.set(locale, names);
  }
  return names;
}

/** The tag in its canonical form (`fr_ca` becomes `fr-CA`), or null when it is none. */
function canonical(tag: string): string | null {
  try {
    return Intl.getCanonicalLocales(tag.trim().replaceAll('_', '-'))[0] ?? null;
  } catch {
    return null;
  }
}

/**
 * A language's name as it stands in a sentence.
 * @param tag what is stored: a BCP 47 tag, or whatever else was typed
 * @param locale the administrator's language
 * @returns null for what names no language
 */
export function languageName(tag: string, locale: string): string | null {
  const known = canonical(tag);
  return known === null ? null : (namesIn(locale).of(known) ?? null);
}

/** A language's name with a capital, as it stands in a list. */
export function languageLabel(tag: string, locale: string): string | null {
  const name = languageName(tag, locale);
  if (name === null) return null;
  const [first = '', ...rest] = name;
  return first.toLocaleUpperCase(locale) + rest.join('');
}

/** Tags that are not replaced by another: `iw` is `he` since 1989, and would be there twice. */
const offeredTags = once(() =>
  [...LETTERS.flatMap((one) => LETTERS.map((other) => one + other)), ...MORE.split(' ')].filter(
    (tag) => canonical(tag) === tag && languageName(tag, 'en') !== null
  )
);

/** The languages that are offered, by name. */
export function languageOptions(locale: string): LanguageOption[] {
  const { compare } = new Intl.Collator(locale);
  return offeredTags()
    .map((tag) => ({ tag, name: languageLabel(tag, locale) ?? tag }))
    .sort((left, right) => compare(left.name, right.name));
}

const folded = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();

/** What each language calls itself; made when someone first searches. */
const ownNames = once(
  () => new Map(offeredTags().map((tag) => [tag, folded(languageName(tag, tag) ?? '')]))
);

/** How well a language answers what was typed; 0 is best, null not at all. */
function rank({ tag, name }: LanguageOption, typed: string): number | null {
  const known = folded(name);
  if (tag.toLowerCase() === typed || known === typed) return 0;
  if (known.startsWith(typed)) return 1;
  if (ownNames().get(tag)?.startsWith(typed)) return 2;
  if (known.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(typed))) return 3;
  return tag.toLowerCase().startsWith(typed) ? 4 : null;
}

/**
 * Languages by what was typed: their name, what they call themselves, or their tag. A tag that is
 * not on the list and names a language is offered last.
 */
export function searchLanguages(
  options: readonly LanguageOption[],
  typed: string,
  locale: string
): LanguageOption[] {
  const query = folded(typed);
  if (query === '') return [...options];
  const found = options
    .flatMap((option) => {
      const at = rank(option, query);
      return at === null ? [] : [{ option, at }];
    })
    .sort((left, right) => left.at - right.at)
    .map(({ option }) => option);
  const tag = canonical(typed);
  const name = tag === null ? null : languageLabel(tag, locale);
  if (tag === null || name === null || found.some((option) => option.tag === tag)) return found;
  return [...found, { tag, name }];
}

/** So many letters name a language by how its name begins; fewer are as good as another's tag. */
const MIN_TYPED = 3;

/**
 * What to store for a text that was typed and left: the tag of the language that it names, in full
 * or by the beginning of its name, or else itself, for the server to refuse.
 */
export function resolveLanguage(
  options: readonly LanguageOption[],
  typed: string,
  locale: string
): string | null {
  const text = typed.trim();
  if (text === '') return null;
  const query = folded(text);
  const [best] = searchLanguages(options, text, locale);
  const names = best ? [folded(best.name), ownNames().get(best.tag) ?? ''] : [];
  if (best && names.includes(query)) return best.tag;
  if (languageName(text, locale) !== null) return canonical(text);
  const isBegun = query.length >= MIN_TYPED && names.some((name) => name.startsWith(query));
  return best && isBegun ? best.tag : text;
}
