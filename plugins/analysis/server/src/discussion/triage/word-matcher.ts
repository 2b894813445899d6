import { defined } from '../../../../shared/defined';
import { collapsed, fold, latinised, unleet } from '../../platform/text/fold';
import type { Token, Tokens } from './tokenizer';

/** A listed word, folded, with `*` at its start or end meaning that more may come there. */
interface Word {
  plain: string;
  leet: string;
  collapsed: string;
  openStart: boolean;
  openEnd: boolean;
}

/** One line of a list: a word or a phrase. */
interface Entry {
  source: string;
  words: Word[];
  /** The words written as one, as host names do. */
  glued: string | null;
}

export interface Matcher {
  /** Entries by the plain, leet and collapsed form of their first word. */
  byFirst: { plain: Map<string, Entry[]>; leet: Map<string, Entry[]>; long: Map<string, Entry[]> };
  /** Entries whose first word is open at its end, by the leet form of its first letter. */
  openEnd: Map<string, Entry[]>;
  /** Entries whose first word is open at its start, which every word may be. */
  openStart: Entry[];
  /** Entries by their leet form, written as one. */
  bySpelling: Map<string, Entry>;
  spellings: number[];
}

export interface Hit {
  /** As it stands in the list. */
  entry: string;
  /** Written so that a list would miss it. */
  disguised: boolean;
}

/** Shorter words are met by chance once digits read as letters: the phone A55, the road 5EX. */
const MIN_DISGUISED = 4;
/** Shorter words are met by chance inside a row of single letters. */
const MIN_INSIDE = 5;

function wordsOf(source: string): Word[] {
  return source.split(/\s+/u).flatMap((piece) => {
    const parts = fold(piece).match(/[\p{L}\p{N}]+/gu) ?? [];
    return parts.map((part, at) => {
      const plain = latinised(part, false);
      const leet = unleet(plain);
      return {
        plain,
        leet,
        collapsed: collapsed(leet),
        openStart: at === 0 && piece.startsWith('*'),
        openEnd: at === parts.length - 1 && piece.endsWith('*'),
      };
    });
  });
}

function add<K>(map: Map<K, Entry[]>, key: K, entry: Entry): void {
  const present = map.get(key);
  if (present) present.push(entry);
  else map.set(key, [entry]);
}

/** Prepares a list for matching. Lines without a letter or digit are left out. */
export function compileWords(list: readonly string[]): Matcher {
  const matcher: Matcher = {
    byFirst: { plain: new Map(), leet: new Map(), long: new Map() },
    openEnd: new Map(),
    openStart: [],
    bySpelling: new Map(),
    spellings: [],
  };
  for (const source of list) {
    const words = wordsOf(source);
    const [first] = words;
    if (first === undefined) continue;
    const closed = words.every((word) => !word.openStart && !word.openEnd);
    const glued = closed && words.length > 1 ? words.map(({ plain }) => plain).join('') : null;
    const entry: Entry = { source, words, glued };
    if (first.openStart) matcher.openStart.push(entry);
    else if (first.openEnd) add(matcher.openEnd, first.leet.charAt(0), entry);
    else {
      add(matcher.byFirst.plain, first.plain, entry);
      add(matcher.byFirst.leet, first.leet, entry);
      add(matcher.byFirst.long, first.collapsed, entry);
    }
    if (glued !== null) add(matcher.byFirst.plain, glued, entry);
    matcher.bySpelling.set(words.map(({ leet }) => leet).join(''), entry);
  }
  matcher.spellings = [...new Set([...matcher.bySpelling.keys()].map(({ length }) => length))];
  return matcher;
}

function fits(listed: string, found: string | null, { openStart, openEnd }: Word): boolean {
  if (found === null) return false;
  if (openStart && openEnd) return found.includes(listed);
  if (openStart) return found.endsWith(listed);
  return openEnd ? found.startsWith(listed) : found === listed;
}

/** How a word was met: null when it was not. */
function met(word: Word, token: Token | undefined): 'open' | 'disguised' | null {
  if (token === undefined) return null;
  if (fits(word.plain, token.plain, word)) return token.masked ? 'disguised' : 'open';
  if (word.leet.length >= MIN_DISGUISED && fits(word.leet, token.leet, word)) {
    return token.disguised ? 'disguised' : 'open';
  }
  const long =
    word.collapsed.length >= MIN_DISGUISED && fits(word.collapsed, token.collapsed, word);
  return long ? 'open' : null;
}

function matchAt(entry: Entry, tokens: Token[], at: number): 'open' | 'disguised' | null {
  const first = defined(tokens[at]);
  if (entry.glued !== null && entry.glued === first.plain) {
    return first.masked ? 'disguised' : 'open';
  }
  let how: 'open' | 'disguised' = 'open';
  for (let offset = 0; offset < entry.words.length; offset += 1) {
    const one = met(defined(entry.words[offset]), tokens[at + offset]);
    if (one === null) return null;
    if (one === 'disguised') how = one;
  }
  return how;
}

type Note = (entry: Entry, disguised: boolean) => void;

/** Notes the entries that begin with a word. Only few are tried, so that long lists cost no more. */
function matchesAt(matcher: Matcher, tokens: Token[], at: number, note: Note): void {
  const { plain, leet, collapsed: long } = defined(tokens[at]);
  const { byFirst, openEnd, openStart } = matcher;
  const tryAll = (entries: Entry[] | undefined) => {
    if (entries === undefined) return;
    for (const entry of entries) {
      const how = matchAt(entry, tokens, at);
      if (how !== null) note(entry, how === 'disguised');
    }
  };
  if (plain !== null) tryAll(byFirst.plain.get(plain));
  if (leet !== null) tryAll(byFirst.leet.get(leet));
  if (long !== null) tryAll(byFirst.long.get(long));
  if (openEnd.size > 0) {
    const start = leet ?? long ?? unleet((plain ?? '').slice(0, 1));
    tryAll(openEnd.get(start.charAt(0)));
  }
  tryAll(openStart);
}

/**
 * The entries of a list that a text holds: whole words, in any case and accents, also behind
 * look-alikes, digits for letters, hidden characters, drawn-out letters and letters set apart.
 */
export function matchWords(matcher: Matcher, { words, chunks, spelt }: Tokens): Hit[] {
  const hits = new Map<string, boolean>();
  const note: Note = (entry, disguised) =>
    hits.set(entry.source, disguised || (hits.get(entry.source) ?? false));
  for (const sequence of chunks === words ? [words] : [words, chunks]) {
    for (let at = 0; at < sequence.length; at += 1) matchesAt(matcher, sequence, at, note);
  }
  for (const run of spelt) {
    for (const length of matcher.spellings) {
      if (length < MIN_INSIDE && length !== run.length) continue;
      for (let at = 0; at + length <= run.length; at += 1) {
        const entry = matcher.bySpelling.get(run.slice(at, at + length));
        if (entry) note(entry, true);
      }
    }
  }
  return [...hits].map(([entry, disguised]) => ({ entry, disguised }));
}
