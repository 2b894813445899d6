import type { Signals } from './types';

/** The language of a tag, without region and script: `fr-CA` is `fr`. */
export const baseLanguage = (tag: string): string => tag.split('-')[0]?.toLowerCase() ?? '';

/**
 * The lists that a comment is compared with: those for every language, and those of the one that
 * it is in; of the article's where that is not known or has none. A word may be an insult in one
 * language and harmless in the next.
 * @returns one list after another; all there are when neither language is known
 */
export function listsFor(
  lists: Record<string, string[]>,
  { articleLanguage, detectedLanguage }: Pick<Signals, 'articleLanguage' | 'detectedLanguage'>
): string[][] {
  const known = [detectedLanguage, articleLanguage].flatMap((tag) => tag ?? []).map(baseLanguage);
  if (known.length === 0) return Object.values(lists);
  const language = known.find((each) => lists[each] !== undefined);
  return [lists['*'], language === undefined ? undefined : lists[language]].filter(
    (list) => list !== undefined
  );
}
