import { once } from './once';

/** C0 and C1 controls and DEL; a text of several lines may hold tab and line feed. */
const CONTROL_IN_LINE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/u;
const CONTROL_IN_TEXT = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/u;
/**
 * Overrides and embeddings make a name or a title read as another. Plain marks are fine, and so
 * are isolates (U+2066..2069), which `closeIsolates` keeps from reaching beyond their line.
 */
const BIDI_CONTROL = /[\u202a-\u202e]/u;

/** True when a UTF-16 string has no lone surrogate, so that every database and encoder takes it. */
export const isWellFormed = (value: string): boolean => !/\p{Surrogate}/u.test(value);

/** True when a one-line field holds a control character or a bidirectional override. */
export const hasLineControls = (value: string): boolean =>
  CONTROL_IN_LINE.test(value) || BIDI_CONTROL.test(value);

/** True when a text of several lines holds a control character other than tab and line feed. */
export const hasTextControls = (value: string): boolean => CONTROL_IN_TEXT.test(value);

/** The number of Unicode code points. */
export function characters(value: string): number {
  let count = 0;
  for (let index = 0; index < value.length; index += 1) {
    const unit = value.charCodeAt(index);
    if (unit < 0xdc00 || unit > 0xdfff) count += 1;
  }
  return count;
}

/**
 * Characters that Unicode renders as nothing (zero-width, fillers, variation selectors, tags), those
 * that only say how others are laid out (annotations, Egyptian), and two that are drawn as nothing:
 * the Braille blank and the null notehead.
 */
const INVISIBLE =
  /[\p{Default_Ignorable_Code_Point}\u2800\ufff9-\ufffb\u{13430}-\u{1343f}\u{1d159}]+/gu;
const VISIBLE =
  /[^\p{Default_Ignorable_Code_Point}\u2800\ufff9-\ufffb\u{13430}-\u{1343f}\u{1d159}\s]/u;

/** A text without the characters that cannot be seen; blanks stay. For comparing, not storing. */
export const withoutInvisible = (value: string): string => value.replace(INVISIBLE, '');

/** True when nothing in a text can be seen. */
export const isBlank = (value: string): boolean => !VISIBLE.test(value);

/**
 * The number of code points that can be seen, by which least lengths are judged. Blanks around a
 * text do not count and those between two words count as one, so that a text is as long as its
 * writer counts it and no longer for what fills it up.
 */
export const visibleCharacters = (value: string): number =>
  characters(withoutInvisible(value).trim().replace(/\s+/gu, ' '));

/** Adds the U+2069 that each line is short of, so that an isolate ends where its line ends. */
function closeIsolates(value: string): string {
  if (!/[\u2066-\u2068]/.test(value)) return value;
  return value
    .split('\n')
    .map((line) => {
      let open = 0;
      for (let index = 0; index < line.length; index += 1) {
        const unit = line.charCodeAt(index);
        if (unit >= 0x2066 && unit <= 0x2068) open += 1;
        else if (unit === 0x2069 && open > 0) open -= 1;
      }
      return line + '\u2069'.repeat(open);
    })
    .join('\n');
}

/** NFC, isolates closed, trimmed: the form in which a one-line field is kept and compared. */
export const normaliseLine = (value: string): string =>
  closeIsolates(value.normalize('NFC').trim());

/**
 * NFC, line feeds only, isolates closed, no byte order mark, trimmed: the form in which a longer
 * text is kept. Vertical tabs (Word), form feeds (PDF) and U+2028/2029 are line breaks too.
 */
export const normaliseText = (value: string): string =>
  closeIsolates(
    value
      .replace(/^\ufeff/, '')
      .replace(/\r\n?|[\u000b\u000c\u2028\u2029]/g, '\n')
      .normalize('NFC')
      .trim()
  );

const segmenter = once(() => new Intl.Segmenter(undefined, { granularity: 'grapheme' }));

/** Units on either side of a place that are looked at first: the segmenter copies what it is given. */
const NEAR = 256;
/** So near to where such a part was cut, a cluster may look shorter than it is. */
const EDGE = 4;
/** Half of a regional indicator, or all of it: in a run of them, it depends on the first which are pairs. */
const REGIONAL_INDICATOR = /^\ud83c?[\udde6-\uddff]/;

/** The grapheme cluster (UAX 29) in which the unit at an index stands. */
function clusterAt(text: string, index: number, near = NEAR): { start: number; end: number } {
  const from = Math.max(0, index - near);
  const part = text.slice(from, index + near);
  const found = segmenter()
    .segment(part)
    .containing(index - from);
  const start = from + (found?.index ?? 0);
  const end = start + (found?.segment.length ?? 0);
  const begunBefore = from > 0 && (start - from < EDGE || REGIONAL_INDICATOR.test(part));
  const goesOn = from + part.length - end < EDGE && from + part.length < text.length;
  return begunBefore || goesOn ? clusterAt(text, index, Infinity) : { start, end };
}

/**
 * The last place at or before an index that is not inside what a reader sees as one character.
 * @param index in UTF-16 units
 * @returns 0 to the text's length
 */
export function characterStart(text: string, index: number): number {
  if (index <= 0) return 0;
  return index >= text.length ? text.length : clusterAt(text, index).start;
}

/** The first such place at or after an index. */
export function characterEnd(text: string, index: number): number {
  if (index <= 0) return 0;
  if (index >= text.length) return text.length;
  const { start, end } = clusterAt(text, index);
  return start === index ? index : end;
}

/**
 * The beginning of a text, without half a character at its end.
 * @param max UTF-16 units
 */
export const beginningOf = (text: string, max: number): string =>
  text.length <= max ? text : text.slice(0, characterStart(text, max));

/**
 * A text as it is, or its beginning with an ellipsis: what stands for a text where there is no room
 * for all of it.
 * @param max UTF-16 units, those of the ellipsis included
 */
export const excerptOf = (text: string, max: number): string =>
  text.length <= max ? text : `${beginningOf(text, max - 1).trimEnd()}…`;
