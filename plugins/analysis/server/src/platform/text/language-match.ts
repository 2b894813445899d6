import { LRUCache } from 'lru-cache';
import { languageDistance, regionDistance, scriptDistance } from '../../../../shared/language-kin';
import { languageKey } from '../../../../shared/languages';

/** A tag with its likely subtags. */
interface Whole {
  tag: string;
  key: string;
  language: string;
  script: string;
  region: string;
  /** Whether its region is the one that language and script alone mean. */
  likely: boolean;
  /** Variants, extensions and private use. */
  rest: string[];
}

/** Tags come from requests: those that are asked for again are few, the others are forgotten. */
const read = new LRUCache<string, { whole: Whole | null }>({ max: 500 });

/** The longest beginning of a range that is a tag (`zh-min-nan` is read as `zh`), or null. */
function localeOf(range: string): Intl.Locale | null {
  for (let text = range; text !== ''; text = text.slice(0, Math.max(0, text.lastIndexOf('-')))) {
    try {
      return new Intl.Locale(text);
    } catch {
      // One subtag less.
    }
  }
  return null;
}

function parse(range: string): Whole | null {
  const locale = localeOf(range);
  if (locale === null) return null;
  const key = languageKey(locale.toString());
  const { language = 'und', script = '', region = '' } = new Intl.Locale(key);
  const base = script === '' ? language : `${language}-${script}`;
  return {
    tag: locale.toString(),
    key,
    language,
    script,
    region,
    likely: language !== 'und' && new Intl.Locale(base).maximize().region === region,
    rest: key
      .slice([language, script, region].filter((each) => each !== '').join('-').length)
      .split('-')
      .filter((each) => each !== ''),
  };
}

function wholeOf(range: string): Whole | null {
  const found = read.get(range);
  if (found !== undefined) return found.whole;
  const whole = parse(range);
  read.set(range, { whole });
  return whole;
}

const differences = (left: string[], right: string[]): number =>
  left.filter((each) => !right.includes(each)).length +
  right.filter((each) => !left.includes(each)).length;

/**
 * How far an offered tag is from the one wanted: language before script before region before the
 * rest. Infinity when it is no kin.
 * @param strange whether the language in a script that its readers do not know counts as kin
 */
function distance(wanted: Whole, offered: Whole, strange: boolean): number {
  if (wanted.tag === offered.tag) return -2;
  if (wanted.key === offered.key) return -1;
  const language = languageDistance(wanted.language, offered.language);
  if (language === null) return Infinity;
  const script = scriptDistance(wanted.language, wanted.script, offered.script);
  if (script === 2 && (!strange || language > 0)) return Infinity;
  const region = regionDistance(`${offered.language}-${offered.script}`, {
    wanted: wanted.region,
    offered: offered.region,
    likely: offered.likely,
  });
  return (
    language * 1_000 +
    script * 100 +
    region * 10 +
    Math.min(9, differences(wanted.rest, offered.rest))
  );
}

/**
 * The tag that is nearest to the first range that has any kin among the tags. A language in a
 * script that its readers do not know (`az-Latn` for `az-Arab`) is taken only after all ranges
 * have been tried without.
 * @param ranges language ranges by preference (RFC 4647); `*` matches nothing here
 * @param tags BCP 47 tags
 * @returns the index of the tag, or -1
 */
export function nearest(ranges: readonly string[], tags: readonly string[]): number {
  const wanted = ranges.filter((range) => range !== '*').map(wholeOf);
  const offered = tags.map(wholeOf);
  for (const strange of [false, true]) {
    for (const range of wanted) {
      let best = { index: -1, distance: Infinity };
      offered.forEach((tag, index) => {
        const far = range && tag ? distance(range, tag, strange) : Infinity;
        if (far < best.distance) best = { index, distance: far };
      });
      if (best.index >= 0) return best.index;
    }
  }
  return -1;
}
