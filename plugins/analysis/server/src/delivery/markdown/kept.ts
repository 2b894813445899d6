import { memoized } from '../../common/memo';
import { bodyHtml } from '.';

/**
 * An article's Markdown as safe HTML, as `bodyHtml` makes it; remembers what it made last. Rendering
 * a long text takes longer than all else of a post, and every vote and comment has its page made
 * anew.
 */
export const keptHtml = memoized(bodyHtml, { characters: 8_000_000 });

let last: Promise<unknown> = Promise.resolve();

/**
 * The same for lists: one text at a time, with the event loop free in between, so that a hundred
 * texts hold it no longer than the longest of them.
 */
export function htmlInTurn(...text: Parameters<typeof keptHtml>): Promise<string> {
  const turn = last.then(
    () =>
      new Promise<string>((resolve, reject) => {
        setImmediate(() => {
          try {
            resolve(keptHtml(...text));
          } catch (error) {
            reject(error as Error);
          }
        });
      })
  );
  last = turn.catch(() => undefined);
  return turn;
}
