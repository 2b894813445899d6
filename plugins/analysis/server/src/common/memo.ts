import { LRUCache } from 'lru-cache';

/**
 * A function of a text that remembers what it answered last.
 * @param derive depends on the text alone
 * @param characters of texts and answers that are kept, together
 */
export function memoized<Answer extends string>(
  derive: (text: string) => Answer,
  { characters }: { characters: number }
): (text: string) => Answer {
  const kept = new LRUCache<string, Answer>({
    maxSize: characters,
    sizeCalculation: (answer, text) => text.length + answer.length + 1,
  });
  return (text) => {
    const found = kept.get(text);
    if (found !== undefined) return found;
    const answer = derive(text);
    kept.set(text, answer);
    return answer;
  };
}
