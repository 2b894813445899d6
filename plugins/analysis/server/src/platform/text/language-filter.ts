import { languagesLike } from '../../../../shared/language-kin';

/** Which tags of stored texts a list in one language holds. */
export interface LanguageFilter {
  /** These tags. */
  tags: string[];
  /** These tags and those that begin with one of them and a hyphen. */
  under: string[];
}

const minimized = (tag: string): string => new Intl.Locale(tag).minimize().toString();

/** The ways to write a tag: as it is, with its likely script, its likely region, with both. */
function forms(tag: string): string[] {
  const whole = new Intl.Locale(tag).maximize();
  const { language, script, region } = whole;
  return [
    tag,
    minimized(tag),
    whole.toString(),
    ...[`${language}-${script}`, `${language}-${region}`].filter(
      (form) => minimized(form) === minimized(tag)
    ),
  ];
}

/**
 * What a range asks for in a list: the tags that begin with it (RFC 4647, section 3.3.1), the
 * other ways to write it (`zh-Hant` and `zh-Hant-TW` for `zh-TW`), and for a bare language or a
 * language with a script its macrolanguage and members (`no` for `nb`).
 * @param range a canonical BCP 47 tag
 */
export function languageFilter(range: string): LanguageFilter {
  const { language } = new Intl.Locale(range);
  if (!language || language === 'und') return { tags: [range], under: [range] };
  const own = forms(range);
  const kin = languagesLike(language).map((each) => each + range.slice(language.length));
  return {
    tags: [...new Set([...own, ...kin])],
    // A shorter form would take in more than was asked for: `fr-CA` with `fr` for `fr-FR`.
    under: [...new Set(own.filter((form) => form.split('-').length >= range.split('-').length))],
  };
}
