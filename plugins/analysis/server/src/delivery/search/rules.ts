import { fault, type Fault } from '../../../../shared/faults';
import { LIMITS } from '../../../../shared/limits';
import { characters } from '../../../../shared/text';
import { fold } from '../../platform/text/fold';

/** A word of a text as it is compared, and where in the text it stands. */
export interface Word {
  key: string;
  start: number;
  end: number;
}

/** Scripts that put no blanks between words: each character counts as a word of its own. */
const UNSPACED =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';
const RAW = new RegExp(
  `[${UNSPACED}]\\p{M}*|(?:(?![${UNSPACED}])[\\p{L}\\p{N}\\p{M}\\p{Cf}])+`,
  'gu'
);
const ASCII = /^[a-z0-9]+$/i;

const MAX_ASCII = 60;
const MAX_BYTES = 40;

/**
 * A word in a form that all three databases cut and compare alike: ASCII letters and digits, three
 * of them at least and no stop word (MySQL passes over both), and short enough for each.
 */
function keyOf(word: string): string {
  if (ASCII.test(word)) return `zz${word.slice(0, MAX_ASCII)}`;
  return `yy${Buffer.from(word, 'utf8').subarray(0, MAX_BYTES).toString('hex')}`;
}

/** The words of a text, without regard to case, accents, look and length of letters. */
export function* wordsIn(text: string): Generator<Word> {
  for (const { 0: raw, index: start } of text.matchAll(RAW)) {
    const end = start + raw.length;
    if (ASCII.test(raw)) yield { key: keyOf(raw.toLowerCase()), start, end };
    else {
      for (const word of fold(raw).match(/[\p{L}\p{N}]+/gu) ?? []) {
        yield { key: keyOf(word), start, end };
      }
    }
  }
}

/** PostgreSQL refuses a text whose different words take more than 1 MB; their places count too. */
const MAX_DIFFERENT = 600_000;
const PER_WORD = 16;

/**
 * What is indexed of some texts: the keys of their words, with a blank on either side of each, so
 * that a run of words can be looked for as it is. Beyond a bound that no ordinary text meets, the
 * rest is left out.
 */
export function indexText(texts: readonly string[]): string {
  const seen = new Set<string>();
  const keys: string[] = [];
  let size = 0;
  for (const text of texts) {
    for (const { key } of wordsIn(text)) {
      if (!seen.has(key)) {
        size += key.length + PER_WORD;
        if (size > MAX_DIFFERENT) return ` ${keys.join(' ')} `;
        seen.add(key);
      }
      keys.push(key);
    }
    // So that no phrase reaches from one text into the next; no word has this key.
    keys.push('|');
  }
  return ` ${keys.join(' ')} `;
}

/** A word, or words that stand side by side in this order. */
export interface Term {
  keys: string[];
  /** Whether the last word may go on. */
  prefix: boolean;
}

/** Letters before a `*`: a beginning of fewer stands for too many words. */
const MIN_PREFIX = 3;
const IS_UNSPACED = new RegExp(`[${UNSPACED}]`, 'u');

/** How the last word of a text may go on. */
function prefixOf(text: string): 'none' | 'prefix' | 'too_short' {
  if (!/[\p{L}\p{N}\p{M}\p{Cf}]\*$/u.test(text)) return 'none';
  const last = text.match(RAW)?.at(-1) ?? '';
  // A character that is a word of its own has nothing to go on with.
  if (IS_UNSPACED.test(last)) return 'none';
  const letters = fold(last).match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  return letters < MIN_PREFIX ? 'too_short' : 'prefix';
}

/** Words that one query may hold, all its phrases together. */
const MAX_WORDS = 40;

/**
 * Reads a query: words that all have to be there, `"phrases in quotes"`, and `begin*` for a word's
 * beginning of three letters or more. A quote that does not end goes to the end; what holds no letter or digit says nothing.
 */
export function readQuery(query: string): { terms: Term[]; faults: Fault[] } {
  if (characters(query) > LIMITS.searchQuery.max) {
    const message = `must be at most ${LIMITS.searchQuery.max} characters`;
    return { terms: [], faults: [fault('q', 'too_long', message, LIMITS.searchQuery)] };
  }
  const terms: Term[] = [];
  for (const { 1: phrase, 2: plain } of query.matchAll(
    /["“”„«»]([^"“”„«»]*)(?:["“”„«»]|$)|([^\s"“”„«»]+)/gu
  )) {
    const text = phrase ?? plain ?? '';
    const keys = [...wordsIn(text)].map(({ key }) => key);
    if (keys.length === 0) continue;
    const prefix = phrase === undefined ? prefixOf(text) : 'none';
    if (prefix === 'too_short') {
      const message = `must hold at least ${MIN_PREFIX} letters before a *`;
      return { terms: [], faults: [fault('q', 'too_short', message, { limit: MIN_PREFIX })] };
    }
    terms.push({ keys, prefix: prefix === 'prefix' });
  }
  const words = terms.reduce((sum, { keys }) => sum + keys.length, 0);
  if (terms.length > LIMITS.searchTerms || words > MAX_WORDS) {
    const message = `must hold at most ${LIMITS.searchTerms} words or phrases`;
    return {
      terms: [],
      faults: [fault('q', 'out_of_range', message, { limit: LIMITS.searchTerms })],
    };
  }
  return { terms, faults: [] };
}

/** What stands in a `like` for a term, in what `indexText` made. */
export const likeOf = ({ keys, prefix }: Term): string =>
  `% ${keys.join(' ')}${prefix ? '%' : ' %'}`;

/** What each database's full-text search asks for; keys hold nothing that it could misread. */
export function fullTextOf(
  client: 'sqlite' | 'postgres' | 'mysql',
  terms: readonly Term[],
  mode: 'all' | 'any'
): string {
  const words = new Map<string, boolean>();
  for (const { keys, prefix } of terms) {
    for (const [at, key] of keys.entries()) {
      words.set(key, (words.get(key) ?? true) && prefix && at === keys.length - 1);
    }
  }
  const each = [...words];
  if (client === 'sqlite') {
    return each
      .map(([key, prefix]) => `"${key}"${prefix ? '*' : ''}`)
      .join(mode === 'all' ? ' AND ' : ' OR ');
  }
  if (client === 'postgres') {
    return each
      .map(([key, prefix]) => `${key}${prefix ? ':*' : ''}`)
      .join(mode === 'all' ? ' & ' : ' | ');
  }
  return each
    .map(([key, prefix]) => `${mode === 'all' ? '+' : ''}${key}${prefix ? '*' : ''}`)
    .join(' ');
}

/** Words long enough to say what a title is about; the longest, for they are the rarest. */
export function tellingWords(indexed: string, most = 8): string[] {
  const keys = [...new Set(indexed.split(' '))].filter((key) => key.length >= 6);
  return keys.sort((left, right) => right.length - left.length).slice(0, most);
}

/** How much two texts have in common: shared words by all words, of those that tell something. */
export function similarity(left: string, right: string): number {
  const words = (indexed: string) => new Set(tellingWords(indexed, 500));
  const [one, other] = [words(left), words(right)];
  const shared = [...one].filter((word) => other.has(word)).length;
  const all = one.size + other.size - shared;
  return all === 0 ? 0 : shared / all;
}

/** What a candidate has in common with a post. */
export interface Relation {
  sharedTopics: number;
  sameSource: boolean;
  sameLanguage: boolean;
  /** 0 to 1. */
  similarity: number;
}

/**
 * How near a candidate is; 0 for one that is not related. A topic is an editor's word for it, so
 * that one weighs as much as a text that is half the same; the source alone says little. Language
 * only decides between equals.
 */
export function relatedness(relation: Relation): number {
  const { sharedTopics, sameSource, sameLanguage, similarity: alike } = relation;
  const nearness = 3 * Math.min(sharedTopics, 3) + (sameSource ? 1 : 0) + 6 * alike;
  return nearness === 0 ? 0 : nearness + (sameLanguage ? 0.25 : 0);
}
