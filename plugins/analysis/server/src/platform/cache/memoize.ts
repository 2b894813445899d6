import { LRUCache } from 'lru-cache';

/**
 * A function of texts that remembers what it answered last.
 * @param derive depends on the texts alone; none of them holds U+0000
 * @param characters of texts and answers that are kept, together
 */
export function memoized<Texts extends [string, ...(string | null)[]], Answer extends string>(
  derive: (...texts: Texts) => Answer,
  { characters }: { characters: number }
): (...texts: Texts) => Answer {
  const kept = new LRUCache<string, Answer>({
    maxSize: characters,
    sizeCalculation: (answer, key) => key.length + answer.length + 1,
  });
  return (...texts) => {
    const key = texts.join('\0');
    const found = kept.get(key);
    if (found !== undefined) return found;
    const answer = derive(...texts);
    kept.set(key, answer);
    return answer;
  };
}
