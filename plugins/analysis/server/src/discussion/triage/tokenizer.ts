import { defined } from '../../../../shared/defined';
import {
  collapsed,
  fold,
  isLeetSign,
  isMostlyLatin,
  latinised,
  unleet,
} from '../../platform/text/fold';

/** A word of a text in the forms in which a list's words are looked for. */
export interface Token {
  /** As written, folded; null when only the disguised reading makes a word. */
  plain: string | null;
  /** Digits and signs read as letters; null where the word has none of them. */
  leet: string | null;
  /** Also with runs of a letter made one; null without a run of three, which no plain word has. */
  collapsed: string | null;
  /** Whether the plain form was written with look-alikes or hidden characters. */
  masked: boolean;
  /** Whether the other forms are a disguise, rather than one hyphen or a long-drawn vowel. */
  disguised: boolean;
}

export interface Tokens {
  /** Runs of letters and digits. */
  words: Token[];
  /** What stands between blanks, read as one word each: `c@s-ino`. `words` where it is the same. */
  chunks: Token[];
  /** Letters that stand alone one after another, joined: `c a s i n o`. */
  spelt: string[];
}

const WORD = /[\p{L}\p{N}]+/gu;
/** Mathematical, enclosed and full-width letters, which write a Latin word in fancy dress. */
const STYLED = /[\u{1d400}-\u{1d7ff}\u{1f130}-\u{1f189}\u24b6-\u24e9\uff21-\uff5a]/u;
/** Soft hyphens are left out: typesetting brings them along when a text is copied. */
const HIDDEN_INSIDE =
  /\p{Script=Latin}[^\P{Default_Ignorable_Code_Point}\u00ad]\p{Default_Ignorable_Code_Point}*\p{Script=Latin}/u;
/** The widest gap between letters that still belong to one spelt-out word. */
const MAX_GAP = 3;
const MIN_SPELT = 3;

const letters = (word: string): number => word.match(/\p{L}/gu)?.length ?? 0;

function token(word: string, masked: boolean): Token {
  const count = letters(word);
  // At least half letters: model numbers and years are not words.
  const mixed = count > 0 && count < word.length && count * 2 >= word.length;
  const drawn = /(.)\1\1/u.test(word);
  return {
    plain: word,
    leet: mixed ? unleet(word) : null,
    collapsed: drawn && count > 0 ? collapsed(unleet(word)) : null,
    masked,
    disguised: mixed,
  };
}

/** Without what surrounds a word: quotes, brackets, the end of a sentence. */
function trimmed(chunk: string): string[] {
  const characters = [...chunk];
  const belongs = (character: string) =>
    /[\p{L}\p{N}]/u.test(character) || '@$€'.includes(character);
  let start = 0;
  let end = characters.length;
  while (start < end && !belongs(defined(characters[start]))) start += 1;
  while (end > start && !belongs(defined(characters[end - 1]))) end -= 1;
  return characters.slice(start, end);
}

/**
 * The word that a chunk makes when the signs inside are read as letters or as nothing.
 * @returns null where the signs are there for a reason: addresses, elisions, a missing blank
 */
function joined(raw: string, folded: string): Token | null {
  if (raw.includes('://') || /\p{L}['’ʼ]\p{L}/u.test(raw) || /\.\p{Lu}/u.test(raw)) return null;
  const inner = trimmed(folded);
  const kept = inner.filter((each) => /[\p{L}\p{N}]/u.test(each) || isLeetSign(each));
  const word = kept.join('');
  const count = letters(word);
  if (count === 0 || count * 2 < word.length) return null;
  const leet = unleet(word);
  const oneHyphen =
    inner.length - kept.length === 1 && inner.includes('-') && count === word.length;
  return {
    plain: null,
    leet,
    collapsed: /(.)\1\1/u.test(word) ? collapsed(leet) : null,
    masked: false,
    disguised: !oneHyphen,
  };
}

/** Single letters one after another, with little between them, joined to words. */
function speltOut(text: string): string[] {
  const runs: string[] = [];
  let run = '';
  let end = 0;
  const close = () => {
    if (run.length >= MIN_SPELT) runs.push(unleet(run));
    run = '';
  };
  for (const { 0: part, index } of text.matchAll(/[\p{L}\p{N}@$]+/gu)) {
    const apart = index - end > MAX_GAP || text.slice(end, index).includes('\n');
    if (apart || part.length !== 1) close();
    if (part.length === 1) run += part;
    end = index + part.length;
  }
  close();
  return runs;
}

/**
 * Cuts a text into the words that lists are compared with. Linear in the text's length.
 * @param text a comment, a name or an address, as it came
 */
export function tokenise(text: string): Tokens {
  const latin = isMostlyLatin(text);
  const words: Token[] = [];
  const chunks: Token[] = [];
  const read = (word: string) => latinised(word, latin);
  for (const raw of text.split(/\s+/u)) {
    if (raw === '') continue;
    const folded = fold(raw);
    const dressed = STYLED.test(raw) || HIDDEN_INSIDE.test(raw);
    const own = (folded.match(WORD) ?? []).map((word) => {
      const plain = read(word);
      return token(plain, dressed || plain !== word);
    });
    words.push(...own);
    const [only] = own;
    const isWhole = own.length === 1 && trimmed(folded).join('').length === only?.plain?.length;
    const chunk = isWhole ? only : joined(raw, read(folded));
    if (chunk) chunks.push(chunk);
    else chunks.push(...own);
  }
  const isPlain =
    chunks.length === words.length && chunks.every((chunk, at) => chunk === words[at]);
  return { words, chunks: isPlain ? words : chunks, spelt: speltOut(read(fold(text))) };
}
