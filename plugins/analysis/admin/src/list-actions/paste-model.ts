import { beginningOf, visibleCharacters } from '../../../shared/text';
import type { PostPreview } from '../../../shared/contracts/ingest';

/** What is known of the text in the box. */
export type PreviewState =
  | { state: 'empty' }
  /** Being read; what the text before it became stays in sight. */
  | { state: 'reading'; last: PostPreview | null }
  | { state: 'read'; preview: PostPreview }
  | { state: 'failed'; message: string };

/** What the button does. */
export type PasteAction = 'create' | 'update' | 'replace' | 'open';

/** What can be done with a page that was read: nothing as long as it has faults. */
export function actionOf({ faults, outcome, documentId }: PostPreview): PasteAction | null {
  if (outcome === 'unchanged' && documentId !== null) return 'open';
  if (faults.length > 0) return null;
  if (outcome === 'edited') return 'replace';
  return outcome === 'updated' ? 'update' : 'create';
}

const EXCERPT = { lines: 6, characters: 400 };

/** The first lines of an article, and how many characters it has. */
export function excerptOf(body: string): { text: string; cut: boolean; length: number } {
  const whole = body.trim();
  const lines = whole.split('\n', EXCERPT.lines).join('\n').trim();
  const letters = [...lines.slice(0, EXCERPT.characters * 2)].slice(0, EXCERPT.characters);
  const text = beginningOf(lines, letters.join('').length);
  return { text, cut: text.length < whole.length, length: visibleCharacters(whole) };
}
