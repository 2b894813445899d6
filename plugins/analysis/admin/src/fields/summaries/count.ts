import { LIMITS } from '../../../../shared/limits';
import { characters, isBlank, normaliseText, visibleCharacters } from '../../../../shared/text';

const { min, max } = LIMITS.summary;

/** A summary's length as the server will judge it. */
export interface TextCount {
  /** All code points of what is stored. */
  count: number;
  /** Which limit the text misses; an empty one is only unfinished. */
  misses: 'short' | 'long' | null;
}

/** Counts a summary: by all characters for the most, by those that can be seen for the least. */
export function countText(text: string): TextCount {
  const stored = isBlank(text) ? '' : normaliseText(text);
  const count = characters(stored);
  if (count > max) return { count, misses: 'long' };
  return { count, misses: count > 0 && visibleCharacters(stored) < min ? 'short' : null };
}
