import { defined } from '../../../../shared/defined';
import { characterEnd, characterStart } from '../../../../shared/text';
import { escapeHtml } from '../../platform/text/escape-html';
import { wordsIn, type Term, type Word } from './rules';

/** Characters before the first hit, and of all. */
const BEFORE = 60;
const LENGTH = 240;

interface Range {
  start: number;
  end: number;
}

/** Whether a term ends with the last of some words; where it began. */
function hitOf(words: readonly Word[], { keys, prefix }: Term): Range | null {
  const from = words.length - keys.length;
  if (from < 0) return null;
  const fits = keys.every((key, at) => {
    const word = defined(words[from + at]).key;
    return prefix && at === keys.length - 1 ? word.startsWith(key) : word === key;
  });
  return fits ? { start: defined(words[from]).start, end: defined(words.at(-1)).end } : null;
}

/** A range that cuts no character in two: a word may end before marks that hang on its last letter. */
const wholeCharacters = (text: string, { start, end }: Range): Range => ({
  start: characterStart(text, start),
  end: characterEnd(text, end),
});

/** One range for those that touch or overlap. */
function merged(ranges: Range[]): Range[] {
  const joined: Range[] = [];
  for (const range of ranges.sort((left, right) => left.start - right.start)) {
    const last = joined.at(-1);
    if (last && range.start <= last.end) last.end = Math.max(last.end, range.end);
    else joined.push({ ...range });
  }
  return joined;
}

/**
 * The place of a text where a query's terms stand first, as HTML in which everything is escaped
 * but `<mark>` around them. Reads no further than that place.
 * @param whole a title is shown from beginning to end
 * @returns null for a text that holds none of them
 */
export function snippetOf(text: string, terms: readonly Term[], whole = false): string | null {
  const words: Word[] = [];
  const hits: Range[] = [];
  let until = Infinity;
  for (const word of wordsIn(text)) {
    if (word.start >= until) break;
    words.push(word);
    for (const term of terms) {
      const hit = hitOf(words, term);
      if (hit === null) continue;
      hits.push(hit);
      if (!whole && until === Infinity) until = Math.max(hit.start - BEFORE, 0) + LENGTH;
    }
  }
  const first = hits.reduce((least, { start }) => Math.min(least, start), Infinity);
  if (first === Infinity) return null;
  const start = whole ? 0 : characterStart(text, cutBefore(words, first));
  const end = whole ? text.length : characterEnd(text, cutAfter(words, text, hits, until));
  let html = start > 0 ? '…' : '';
  let at = start;
  for (const hit of merged(hits.map((each) => wholeCharacters(text, each)))) {
    html += `${escapeHtml(text.slice(at, hit.start))}<mark>${escapeHtml(text.slice(hit.start, hit.end))}</mark>`;
    at = hit.end;
  }
  return `${html}${escapeHtml(text.slice(at, end))}${end < text.length ? '…' : ''}`;
}

/** Where a snippet begins: at a word, not too far before the first hit. */
function cutBefore(words: readonly Word[], hit: number): number {
  if (hit <= BEFORE) return 0;
  return words.find(({ start }) => start >= hit - BEFORE)?.start ?? hit;
}

/** Where it ends: behind a word, and no hit. */
function cutAfter(
  words: readonly Word[],
  text: string,
  hits: readonly Range[],
  until: number
): number {
  if (until >= text.length) return text.length;
  const last = words.at(-1)?.end ?? text.length;
  return hits.reduce((end, hit) => Math.max(end, hit.end), last);
}
