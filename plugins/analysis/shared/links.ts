import { defined } from './defined';

/** Brackets of scripts that write no blanks around them, each with what closes it. */
const BRACKETS = new Map(
  ['（）', '「」', '『』', '【】', '〔〕', '〖〗', '《》', '〈〉', '［］', '｛｝', '｟｠'].map(
    ([open = '', close = '']) => [open, close]
  )
);
const CLOSING = new Set(BRACKETS.values());

/** Punctuation of Chinese, Japanese, Arabic, Devanagari, Armenian and Ethiopic, and quotes. */
const ENDING = new Set('。、，．！？；：｡､…‥｜،؛؟۔।॥։።፣፤፥“”„‟«»‹›‘‚');

/** An apostrophe inside a word (`/wiki/L’été`); elsewhere it closes a quotation. */
const APOSTROPHE = '’';

const isLetter = (character: string | undefined): boolean => /^[\p{L}\p{N}]/u.test(character ?? '');

/**
 * The length of the address at the beginning of a text without blanks, in UTF-16 units, beyond
 * what ASCII says of its end: scripts that write no blanks put their own punctuation right after
 * it. The address ends before that, and before a bracket that is not its own; brackets in pairs
 * are, as names of pages are copied with them (`/wiki/港（曖昧）`).
 * @param run begins with the address; linear in its length
 */
export function addressLength(run: string): number {
  const open: { at: number; close: string }[] = [];
  let end = 0;
  for (; end < run.length; end += 1) {
    const character = defined(run[end]);
    if (ENDING.has(character)) break;
    if (character === APOSTROPHE && !(isLetter(run[end - 1]) && isLetter(run[end + 1]))) break;
    if (CLOSING.has(character) && open.pop()?.close !== character) break;
    const close = BRACKETS.get(character);
    if (close !== undefined) open.push({ at: end, close });
  }
  return Math.min(end, open[0]?.at ?? end);
}
