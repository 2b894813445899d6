import { isBlank, withoutInvisible } from '../../../../shared/text';
import { foldName, languageNamed } from './language-names';

/** The parts that a page is made of. */
export type Section = 'title' | 'summary' | 'link' | 'article';

/** Names of the parts in the five languages of the house, folded (see `foldName`). */
const NAMES: Record<Section, string[]> = {
  title: ['title', 'headline', 'titre', 'titel', 'uberschrift', 'titulo'],
  summary: [
    ...['summary', 'short summary', 'executive summary', 'tl;dr', 'tldr'],
    ...['resume', 'synthese', 'zusammenfassung', 'kurzfassung', 'resumen', 'resumo'],
  ],
  link: [
    ...['original link', 'link to original', 'link to the original', 'source link', 'original url'],
    ...['original source', 'source url', 'original article link', 'link to the original article'],
    ...['lien original', "lien d'origine", 'lien vers l original', "lien vers l'original"],
    ...['lien de la source', "lien vers l'article original"],
    ...[
      'original link zum artikel',
      'originallink',
      'link zum original',
      'link zum originalartikel',
    ],
    ...['enlace original', 'enlace al original', 'vinculo original', 'enlace al articulo original'],
    ...['link original', 'ligacao original', 'link para o original'],
  ],
  article: [
    ...['generated article', 'generated text', 'full article', 'article'],
    ...['article genere', 'generierter artikel', 'artikel', 'articulo generado', 'articulo'],
    ...['artigo gerado', 'artigo'],
  ],
};

const SECTIONS = new Map(
  Object.entries(NAMES).flatMap(([section, names]) =>
    names.map((name) => [name, section as Section] as const)
  )
);

export interface Heading {
  section: Section;
  /** The language that the heading names, BCP 47, such as `fr` in "Summary (French):". */
  language: string | null;
  /** What stands in the heading's brackets and is no language; empty when there is nothing. */
  note: string;
  /** What follows the colon on the same line. */
  value: string;
  colon: boolean;
  /** Whether it is set as a heading: by `#`, bold, underlined, capitals, HTML or an emoji. */
  set: boolean;
  /** The number of its `#`; 0 where it is set in another way. */
  level: number;
}

const levelOf = (marks: string): number => /^\s*(#{0,6})/.exec(marks)?.[1]?.length ?? 0;

/**
 * Longer than any heading, and a bound for the patterns below: they go over a part of a line
 * again for each place that it might start at.
 */
const MAX_HEADING = 120;
const SHORTEST = 4;

/** Tags in which a heading may stand, and those that end them. */
const OPENING =
  /^(?:[\s\p{Default_Ignorable_Code_Point}]*<[a-z][a-z0-9]{0,9}(?:\s[^<>]{0,200})?>)+/iu;
const TAG = /<\/?[a-z][a-z0-9]{0,9}(?:\s[^<>]{0,200})?\/?>/gi;
const CLOSING = /^(?:\s*(?:<\/[a-z][a-z0-9]{0,9}\s*>|[*_~`]+(?=\s|$)))+/i;

/** Whatever may stand before a heading's first letter, then its number. */
const DECORATION = /^[^\p{L}\p{N}]*/u;
const NUMBER =
  /^(?:\d{1,2}|[ivx]{1,4}|[a-h](?=\s*\\?[.)]))(?:\ufe0f?\u20e3|\s*\\?[.):]|\s*[-–—](?=\s))[^\p{L}\p{N}]*/iu;

/** The place of the first colon that stands outside brackets, in the bounded start of a line. */
function colonAt(text: string): number {
  let depth = 0;
  const end = Math.min(text.length, MAX_HEADING);
  for (let at = 0; at < end; at += 1) {
    const character = text.charAt(at);
    if ('([{（［【〔'.includes(character)) depth += 1;
    else if (')]}）］】〕'.includes(character)) depth -= 1;
    else if (depth <= 0 && ':：︰﹕'.includes(character)) return at;
  }
  return -1;
}

interface Name {
  section: Section;
  language: string | null;
  note: string;
}

/** "Summary", "Summary (French)", "French summary", "Summary in French". */
function readName(head: string): Name | null {
  const plain = foldName(head).replace(/-/g, ' ');
  const section = SECTIONS.get(plain);
  if (section !== undefined) return { section, language: null, note: '' };
  const [, before = '', inside = ''] = /^([^([{（［【〔]*)[([{（［【〔](.*)$/u.exec(head) ?? [];
  if (inside !== '') {
    const name = readName(before.replace(/[^\p{L}\p{N}]+$/u, ''));
    if (name === null) return null;
    const note = inside.replace(/[)\]}）］】〕\s]+$/u, (end) => end.trim().slice(0, -1)).trim();
    const named = languageNamed(note);
    const language = name.language ?? named?.tag ?? null;
    return { ...name, language, note: named?.whole === true ? '' : note };
  }
  return readWords(head.split(/[\s_]+/u).filter((word) => NAMING.test(word)));
}

/** Letters, digits and the flags of countries, by which languages are named. */
const NAMING = /[\p{L}\p{N}\u{1f1e6}-\u{1f1ff}]/u;
const NAMELESS = /^[^\p{L}\p{N}\u{1f1e6}-\u{1f1ff}]+|[^\p{L}\p{N}\u{1f1e6}-\u{1f1ff}]+$/gu;

const trimWord = (words: string[]): string => words.join(' ').replace(NAMELESS, '');

/** A name with a language's name before or after it, without brackets. */
function readWords(words: string[]): Name | null {
  if (words.length > 7) return null;
  for (let at = 1; at < words.length; at += 1) {
    const [left, right] = [trimWord(words.slice(0, at)), trimWord(words.slice(at))];
    for (const [name, rest] of [
      [left, right],
      [right, left],
    ] as const) {
      const section = SECTIONS.get(foldName(name).replace(/-/g, ' '));
      if (section === undefined) continue;
      const named = languageNamed(rest);
      // "Article is:" names no Icelandic article: a bare tag is one in capitals only.
      const bare = rest.length <= 3 && rest !== rest.toUpperCase();
      if (named?.whole === true && !bare) return { section, language: named.tag, note: '' };
    }
  }
  return null;
}

/** A name alone in brackets: `[Summary]`, `**【Summary】**`. With an address behind it is Markdown's. */
const BRACKETED =
  /^[\s#*_>-]{0,10}[[【「『《（(]([^[\]【】「」『』《》（）()]{3,60})[\]】」』》）)][\s*_:：]{0,6}$/u;

/** Reads a line as the heading of a part; null when it is none. */
export function readHeading(line: string): Heading | null {
  if (line.length < SHORTEST) return null;
  const [, bracketed] = line.length > MAX_HEADING ? [] : (BRACKETED.exec(line) ?? []);
  if (bracketed !== undefined) {
    const inside = readHeading(bracketed);
    if (inside?.value === '') return { ...inside, set: true, level: levelOf(line) };
  }
  let at = OPENING.exec(line)?.[0].length ?? 0;
  const tagged = at > 0;
  const decoration = DECORATION.exec(line.slice(at, at + MAX_HEADING))?.[0] ?? '';
  at += decoration.length;
  const number = NUMBER.exec(line.slice(at, at + MAX_HEADING))?.[0] ?? '';
  const text = line.slice(at + number.length, at + number.length + MAX_HEADING * 2);
  const colon = colonAt(text);
  const end = colon < 0 ? line.trimEnd().length : at + number.length + colon;
  if (end - at > MAX_HEADING * 2) return null;
  const head = withoutInvisible(line.slice(at + number.length, end))
    .replace(TAG, '')
    .replace(/\\(?=[\p{P}\p{S}])/gu, '')
    .replace(/[^\p{L}\p{N})\]}）］】〕\u{1f1e6}-\u{1f1ff}]+$/u, '');
  const name = head.length > MAX_HEADING ? null : readName(head);
  if (name === null) return colon < 0 ? readDashed(line) : null;
  const set =
    tagged || /[#*_\p{Extended_Pictographic}]/u.test(decoration + number) || !/\p{Ll}/u.test(head);
  const marks = /[*_]+$/.exec(decoration)?.[0] ?? '';
  const value = colon < 0 ? '' : valueOf(line.slice(end + 1), marks, tagged);
  return { ...name, value, colon: colon >= 0, set, level: levelOf(decoration) };
}

/** A name, set in bold or in a tag, and a dash; or an arrow after any. */
const DASHED =
  /^([^\p{L}\p{N}<]{0,20}(?:<[a-z]{1,9}>)?)([^:\n–—→]{3,60}?)((?:\*\*|__|<\/[a-z]{1,9}>)?)\s+(?:([–—-])|→|=>|->)\s+(?=\S)/u;

/** "**Summary** – text" and "Summary → text", where a dash or an arrow stands for the colon. */
function readDashed(line: string): Heading | null {
  const [whole, , head = '', marks = '', dash] = DASHED.exec(line.slice(0, MAX_HEADING)) ?? [];
  if (whole === undefined || (dash !== undefined && marks === '')) return null;
  const name = readName(withoutInvisible(head).replace(TAG, '').trim());
  if (name === null) return null;
  const value = line.slice(whole.length).trim();
  return { ...name, value, colon: true, set: marks !== '', level: levelOf(whole) };
}

/** What follows a heading's colon, without the marks and tags that belong to the heading. */
function valueOf(rest: string, marks: string, tagged: boolean): string {
  const closing = CLOSING.exec(rest)?.[0] ?? '';
  let value = rest.slice(closing.length).trim();
  if (isBlank(value)) return '';
  if (marks !== '' && !closing.includes(marks) && value.endsWith(marks)) {
    value = value.slice(0, -marks.length).trim();
  }
  if (!tagged) return value;
  const end = value.slice(-MAX_HEADING);
  const closed = end.replace(/(?:\s*<\/[a-z][a-z0-9]{0,9}\s*>){1,8}$/i, '');
  return value.slice(0, -end.length) + closed;
}
